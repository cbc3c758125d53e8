import { type Entries, type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { currentLanguage } from "./current-language.ts";

/** Texts of a catalogue in the language of the current reader; on the server alone, so that no browser loads the others. */
export async function currentWords<Of extends Entries>(entries: Of): Promise<Words<Of>> {
  return wordsIn(entries, await currentLanguage());
}
