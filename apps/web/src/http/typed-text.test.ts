import { expect, it } from "vitest";
import { namedId, typedText } from "./typed-text.ts";

it.each([
  [undefined, ""],
  ["  ripe\r\n tomatoes ", "ripe tomatoes"],
  [`${"a".repeat(19)}🍅`, "a".repeat(19)],
  ["to\0ma\ud83cto", "toma\uFFFDto"],
])("reads %j as %j", (text, read) => {
  expect(typedText(text, 20)).toBe(read);
});

it.each([
  ["ann_1", "ann_1"],
  ["", ""],
  [undefined, undefined],
  [["ann_1", "ann_2"], undefined],
  ["ann_1\0", undefined],
  ["\ud83c", undefined],
])("takes %j for the id %j", (value, id) => {
  expect(namedId(value)).toBe(id);
});
