import { cutText, isStorable, oneLine, storable } from "@org/events/text";

/** What somebody typed into an address: one line without what no database or search keeps, cut between characters. */
export function typedText(text: string | undefined, longest: number): string {
  return cutText(oneLine(storable(text ?? "")), longest, "");
}

/** The id that an address names once; undefined of what nothing can be called, as no database keeps it. */
export function namedId(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && isStorable(value) ? value : undefined;
}
