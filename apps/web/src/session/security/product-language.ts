import type { Product } from "@org/commands/sessions/person";
import { type Entries, type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { type Language, sourceLanguage } from "@org/stores/mohallamart/words/languages";
import { currentLanguage } from "../../language/current-language.ts";

/** In which a page of both products is read: MohallaMart's in its reader's language, the portal's in English. */
async function productLanguage(product: Product): Promise<Language> {
  return product === "mohallamart" ? await currentLanguage() : sourceLanguage;
}

export async function wordsFor<Of extends Entries>(entries: Of, product: Product): Promise<Words<Of>> {
  return wordsIn(entries, await productLanguage(product));
}
