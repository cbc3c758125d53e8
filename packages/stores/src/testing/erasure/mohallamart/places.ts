import type { RowsOwner } from "../rows.ts";

/** As its table's columns. */
export function placeOf({ words }: RowsOwner) {
  const names = "line1 line2 landmark pin_code".split(" ");
  return Object.fromEntries(names.map((name) => [name, words(name)]));
}

/** As the column keeps it, in JSON. */
export function postalAddressOf({ words }: RowsOwner) {
  const names = "line1 line2 landmark pinCode".split(" ");
  return Object.fromEntries(names.map((name) => [name, words(name)]));
}
