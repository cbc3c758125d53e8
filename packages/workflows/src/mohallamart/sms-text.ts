import { cutText } from "@org/events/text";
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
  template: { name: SmsTemplateName; values: Record<string, string> };
}

export interface SmsOrigin {
  brand: Pick<Brand, "name">;
  /** Without a trailing slash. */
  webUrl: string;
}

/** A registered text as it is given to the vendor, `##name##` for each of its values. */
function registeredText(name: SmsTemplateName, { brand, webUrl }: SmsOrigin): string {
  return smsTemplates[name].words.replace("{brand}", () => brand.name).replace("{web}", () => webUrl);
}

/**
 * Writes a text message in one segment: in GSM-7, with the name in it cut as far as that needs. Only a long address of
 * the web app or a long brand leaves no room for it.
 */
export function smsText<Name extends SmsTemplateName>(
  name: Name,
  values: SmsValues<Name>,
  origin: SmsOrigin,
): SmsText {
  const { value: cut, instead } = smsTemplates[name].name;
  const written = Object.fromEntries(
    Object.entries<string>(values).map(([each, value]) => [each, cutText(gsmText(value), longestValue, "")]),
  );
  const whole = writable(values, cut);
  const words = registeredText(name, origin);
  for (let longest = longestValue; ; longest--) {
    const fitted = { ...written, [cut]: cutText(whole || instead, longest, "").trimEnd() };
    const text = filled(words, fitted);
    if (longest === shortestName || segmentsOf(text) === 1)
      return { text, template: { name, values: fitted } };
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
