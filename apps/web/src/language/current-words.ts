import { type Entries, type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import { currentLanguage } from "./current-language.ts";

/** Texts of a catalogue in the language of the current reader; on the server alone, so that no browser loads the others. */
export async function currentWords<Of extends Entries>(entries: Of): Promise<Words<Of>> {
  return wordsIn(entries, await currentLanguage());
}

/** A text in pieces, in which values are elements. */
export function joined(pieces: readonly ReactNode[]): ReactElement {
  return createElement(Fragment, null, ...pieces);
}
