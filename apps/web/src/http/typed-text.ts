import { cutText, oneLine, storable } from "@org/events/text";

/** What somebody typed into an address: one line without what no database or search keeps, cut between characters. */
export function typedText(text: string | undefined, longest: number): string {
  return cutText(oneLine(storable(text ?? "")), longest, "");
}
