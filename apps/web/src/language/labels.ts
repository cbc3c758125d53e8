import { type Entries, fill, type ValuesOf } from "@org/stores/mohallamart/words/catalogue";
import type { Language } from "@org/stores/mohallamart/words/languages";

/** The texts of a catalogue in one language. */
export type Labels<Of extends Entries> = Readonly<Record<keyof Of, string>>;

/** Entries that need no values. */
type Plain<Of extends Entries> = {
  [Key in keyof Of]: [ValuesOf<Of[Key]["en"]>] extends [never] ? Of[Key] : never;
};

/**
 * A form's texts for the component in the browser: it is given those of its reader's language and holds no others.
 */
export function labelsIn<Of extends Entries>(entries: Of & Plain<Of>, language: Language): Labels<Of> {
  const texts = Object.entries(entries).map(([key, entry]) => [key, fill<string>(entry, language).join("")]);
  // Guarantee: made of the very entries.
  return Object.fromEntries(texts) as Labels<Of>;
}
