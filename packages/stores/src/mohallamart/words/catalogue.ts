import { codeOf, type Language, type LanguageCode, languageOf, numberLocale } from "./languages.ts";

/** `{name}` stands for a value. One that counts has a text for each plural form, and `{count}` chooses it. */
export type Text = string | { one: string; other: string };

/** A text in every language. */
export type Entry = Readonly<Record<LanguageCode, Text>>;

export type Entries = Readonly<Record<string, Entry>>;

type NamesIn<Words> = Words extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The values that a text needs. */
export type ValuesOf<Words> = Words extends { one: infer One; other: infer Other }
  ? NamesIn<One> | NamesIn<Other> | "count"
  : NamesIn<Words>;

type Source<Of extends Entry> = ValuesOf<Of["en"]>;

/** A translation names what the English text does, and nothing else. */
type Same<Of extends Entry> = {
  [Each in LanguageCode]: [ValuesOf<Of[Each]>, Source<Of>] extends [Source<Of>, ValuesOf<Of[Each]>]
    ? Of[Each]
    : { "names other values than the English text": ValuesOf<Of[Each]> };
};

/** Declares the texts of a domain: each in every language, with the same values. */
export function catalogue<const Given extends Entries>(
  entries: Given & { [Key in keyof Given]: Same<Given[Key]> },
): Given {
  return entries;
}

type Values<Of extends Entry, Value> = [Source<Of>] extends [never]
  ? []
  : [values: Readonly<Record<Source<Of>, Value>>];

/** Texts of a catalogue in one language. */
export interface Words<Of extends Entries> {
  language: Language;
  /** A number is written as the language does. */
  say<Key extends keyof Of>(key: Key, ...values: Values<Of[Key], string | number>): string;
  /** The same in pieces, for values that are no texts, such as elements of a page. */
  pieces<Key extends keyof Of, Piece>(
    key: Key,
    ...values: Values<Of[Key], string | number | Piece>
  ): (string | Piece)[];
}

/** @param locale BCP 47; one that we do not speak reads English. */
export function wordsIn<Of extends Entries>(entries: Of, locale: string | undefined): Words<Of> {
  const language = languageOf(locale);
  return {
    language,
    pieces: (key, ...[values]) => fill(entries[key], language, values),
    say: (key, ...[values]) => fill(entries[key], language, values).join(""),
  };
}

/** An entry's text with its values, for whoever knows the entry only while running. */
export function fill<Piece>(
  entry: Entry | undefined,
  language: Language,
  values: Readonly<Record<string, string | number | Piece>> = {},
): (string | Piece)[] {
  const text = formOf(entry?.[codeOf(language)], values.count, language);
  // A split by a group has the texts at even places and the names between them.
  return text.split(/\{(\w+)\}/).flatMap((part, place) => {
    if (place % 2 === 0) return part === "" ? [] : [part];
    const value = values[part];
    if (typeof value === "number") return [new Intl.NumberFormat(numberLocale(language)).format(value)];
    return value === undefined ? [] : [value];
  });
}

function formOf(text: Text | undefined, count: unknown, language: Language): string {
  if (text === undefined || typeof text === "string") return text ?? "";
  return new Intl.PluralRules(language).select(Number(count)) === "one" ? text.one : text.other;
}

/** All that a text says, whatever it counts. */
export function formsOf(text: Text): string[] {
  return typeof text === "string" ? [text] : [text.one, text.other];
}
