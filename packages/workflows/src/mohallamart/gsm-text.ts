import { oneLine } from "@org/events/text";
import { SegmentedMessage } from "sms-segments-calculator";

/** Of GSM-7, each in the place of one: what most texts are made of needs no look at every character. */
const plain = /^[A-Za-z0-9 @$!"#%&'()*+,\-./:;<=>?_]+$/;

/** In how many parts a text travels, each of which is paid for: 160 characters of GSM-7 are one, or 70 of UCS-2. */
export function segmentsOf(text: string): number {
  if (plain.test(text)) return text.length <= 160 ? 1 : Math.ceil(text.length / 153);
  return new SegmentedMessage(text).segmentsCount;
}

/**
 * A text in the characters of GSM-7 alone: one other makes every segment less than half as long. Quotes and dashes have
 * a plain form there, letters lose their marks, `₹` is `Rs`; what cannot be written goes.
 */
export function gsmText(text: string): string {
  const inRupees = text.replace(/\u20B9\s*/g, "Rs ");
  if (plain.test(inRupees)) return oneLine(inRupees);
  const encoded = new SegmentedMessage(inRupees, "auto", true).graphemes.join("");
  const foreign = new Set(new SegmentedMessage(encoded).getNonGsmCharacters());
  if (foreign.size === 0) return oneLine(encoded);
  const written = [...encoded].map((character) => (isGsm(character) ? character : withoutMarks(character)));
  return oneLine(written.join(""));
}

function withoutMarks(character: string): string {
  const letters = character.normalize("NFKD").replace(/\p{M}/gu, "");
  return [...letters].every(isGsm) ? letters : "";
}

function isGsm(character: string): boolean {
  return new SegmentedMessage(character).encodingName === "GSM-7";
}
