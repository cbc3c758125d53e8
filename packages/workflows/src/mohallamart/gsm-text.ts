import { oneLine } from "@org/events/text";
import { SegmentedMessage } from "sms-segments-calculator";

/** In how many parts a text travels, each of which is paid for: 160 characters of GSM-7 are one, or 70 of UCS-2. */
export function segmentsOf(text: string): number {
  return new SegmentedMessage(text).segmentsCount;
}

/**
 * A text in the characters of GSM-7 alone: one other makes every segment less than half as long. Quotes and dashes have
 * a plain form there, letters lose their marks, `₹` is `Rs`; what cannot be written goes.
 */
export function gsmText(text: string): string {
  const plain = new SegmentedMessage(text.replace(/\u20B9\s*/g, "Rs "), "auto", true).graphemes.join("");
  const foreign = new Set(new SegmentedMessage(plain).getNonGsmCharacters());
  if (foreign.size === 0) return oneLine(plain);
  const written = [...plain].map((character) => (isGsm(character) ? character : withoutMarks(character)));
  return oneLine(written.join(""));
}

function withoutMarks(character: string): string {
  const letters = character.normalize("NFKD").replace(/\p{M}/gu, "");
  return [...letters].every(isGsm) ? letters : "";
}

function isGsm(character: string): boolean {
  return new SegmentedMessage(character).encodingName === "GSM-7";
}
