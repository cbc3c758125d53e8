import { cutText, oneLine } from "@org/events/text";
import { codeOf, type Language, languageOf, sourceLanguage } from "@org/stores/mohallamart/words/languages";
import type { Brand } from "./brand.ts";
import { gsmText, segmentsOf } from "./gsm-text.ts";
import { type SmsTemplateName, type SmsValues, smsTemplates } from "./sms-words.ts";

/** What operators of India pass on as a value of a registered text, characters. */
const longestValue = 30;

/** Of a name less than this says nothing. */
const shortestName = 8;

/** A text message: the whole text, and the values of the registered template that it is an instance of. */
export interface SmsText {
  text: string;
  template: { name: string; values: Record<string, string> };
}

export interface SmsOrigin {
  /** Its locale is the reader's. */
  brand: Pick<Brand, "name"> & Partial<Pick<Brand, "locale" | "textLanguages">>;
  /** Without a trailing slash. */
  webUrl: string;
}

/** How one language is written in a text message. */
interface Script {
  /** Of a text, in parts that are paid for: 160 characters of GSM-7 are one, and of Unicode 134 are two. */
  mostSegments: number;
  written(value: string): string;
}

const gsm: Script = { mostSegments: 1, written: gsmText };
const unicode: Script = { mostSegments: 2, written: oneLine };

/** A registered text as it is given to the vendor, `##name##` for each of its values. */
function registeredText(name: SmsTemplateName, language: Language, { brand, webUrl }: SmsOrigin): string {
  return smsTemplates[name].words[codeOf(language)]
    .replace("{brand}", () => brand.name)
    .replace("{web}", () => webUrl);
}

/** The name under which a vendor has the id of a text in a language: `order-packed`, `order-packed.kn-IN`. */
function templateName(name: SmsTemplateName, language: Language): string {
  return language === sourceLanguage ? name : `${name}.${language}`;
}

/** The reader's language where its texts are registered with the operators, who drop what is not; otherwise English. */
function textLanguage({ locale, textLanguages = [] }: SmsOrigin["brand"]): Language {
  const language = languageOf(locale);
  return textLanguages.includes(language) ? language : sourceLanguage;
}

/**
 * Writes a text message in as few segments as its language takes: one in GSM-7 for English, two in Unicode for the others,
 * with the name in it cut as far as that needs. Only a long address of the web app or a long brand leaves no room for it.
 */
export function smsText<Name extends SmsTemplateName>(
  name: Name,
  values: SmsValues<Name>,
  origin: SmsOrigin,
): SmsText {
  const { value: cut, instead } = smsTemplates[name].name;
  const language = textLanguage(origin.brand);
  const { mostSegments, written } = language === sourceLanguage ? gsm : unicode;
  const words = registeredText(name, language, origin);
  const fitting = Object.fromEntries(
    Object.entries<string>(values)
      .filter(([each]) => words.includes(`##${each}##`))
      .map(([each, value]) => [each, cutText(written(value), longestValue, "")]),
  );
  const whole = written === gsmText ? writable(values, cut) : (fitting[cut] ?? "");
  for (let longest = longestValue; ; longest--) {
    const fitted = { ...fitting, [cut]: cutText(whole || instead, longest, "").trimEnd() };
    const text = filled(words, fitted);
    if (longest === shortestName || segmentsOf(text) <= mostSegments)
      return { text, template: { name: templateName(name, language), values: fitted } };
  }
}

/** Empty when GSM-7 cannot write most of its letters: what is left would be no name. */
function writable(values: Readonly<Record<string, string>>, cut: string): string {
  const name = values[cut] ?? "";
  const written = gsmText(name);
  return lettersIn(written) * 2 > lettersIn(name) ? written : "";
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/##(\w+)##/g, (_all, value: string) => values[value] ?? "");
}
