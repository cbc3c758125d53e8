import { type Entries, formsOf, type Text } from "./catalogue.ts";
import type { LanguageCode } from "./languages.ts";

/** What only a text of the language is written in; English is what has neither. */
const scripts = { hi: /\p{Script=Devanagari}/u, kn: /\p{Script=Kannada}/u } as const;

/**
 * What is wrong with a catalogue that types cannot see, for its test: a text that is empty, has spaces around it, is still
 * the English one, is in another script, or names other values in one of its plural forms.
 */
export function faultsOf(entries: Entries): string[] {
  return Object.entries(entries).flatMap(([key, entry]) => [
    ...faultsIn(`${key}.en`, "en", entry.en, entry.en),
    ...faultsIn(`${key}.hi`, "hi", entry.hi, entry.en),
    ...faultsIn(`${key}.kn`, "kn", entry.kn, entry.en),
  ]);
}

function faultsIn(at: string, code: LanguageCode, text: Text, source: Text): string[] {
  const wanted = namesIn(formsOf(source).join(" "));
  return formsOf(text).flatMap((form) => [
    ...(form.trim() === "" ? [`${at} is empty`] : []),
    ...(form === form.trim() ? [] : [`${at} has spaces around it`]),
    ...(inScript(code, form) ? [] : [`${at} is not in its script`]),
    ...(namesIn(form) === wanted ? [] : [`${at} names ${namesIn(form)}, not ${wanted}`]),
  ]);
}

function inScript(code: LanguageCode, form: string): boolean {
  const isHindi = scripts.hi.test(form);
  const isKannada = scripts.kn.test(form);
  return isHindi === (code === "hi") && isKannada === (code === "kn");
}

function namesIn(text: string): string {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  return [...new Set(names)].toSorted().join(", ");
}
