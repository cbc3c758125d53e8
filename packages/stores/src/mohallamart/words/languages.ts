/** The languages that MohallaMart speaks: BCP 47 tags with their own names. The first is the source of all texts. */
export const languages = [
  { tag: "en-IN", name: "English" },
  { tag: "hi-IN", name: "हिन्दी" },
  { tag: "kn-IN", name: "ಕನ್ನಡ" },
] as const;

export type Language = (typeof languages)[number]["tag"];

type CodeOf<Tag> = Tag extends `${infer Code}-IN` ? Code : never;

/** As texts are kept: `kn`. */
export type LanguageCode = CodeOf<Language>;

/** Guarantee: what stands before a tag's hyphen is one of the codes, as the types of both are made of the same list. */
export function codeOf(language: Language): LanguageCode {
  return language.slice(0, 2) as LanguageCode;
}

/** Of everything that has no translation. */
export const sourceLanguage: Language = languages[0].tag;

export function isLanguage(tag: unknown): tag is Language {
  return languages.some((language) => language.tag === tag);
}

/** The language of a text for a reader of a locale: their own where we speak it, otherwise English. */
export function languageOf(locale: string | undefined): Language {
  return isLanguage(locale) ? locale : sourceLanguage;
}

/** By which amounts and numbers are written: CLDR groups Kannada's by thousands, and people in India do not. */
export function numberLocale(locale: string): string {
  return isLanguage(locale) ? sourceLanguage : locale;
}

/**
 * The first guess before anybody has chosen: the language of ours that a browser wants most.
 * @param accepted the header `Accept-Language`, as `kn-IN,kn;q=0.9,en;q=0.8`
 */
export function guessLanguage(accepted: string | null | undefined): Language {
  const wanted = (accepted ?? "")
    .split(",")
    .map((each) => wish(each))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  for (const { base } of wanted) {
    const found = languages.find(({ tag }) => tag.startsWith(`${base}-`));
    if (found) return found.tag;
  }
  return sourceLanguage;
}

function wish(part: string): { base: string; weight: number } {
  const [range = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
  const quality = parameters.find((each) => each.startsWith("q="))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { base: range.split("-")[0] ?? "", weight: Number.isFinite(weight) ? weight : 0 };
}
