import { expect, it } from "vitest";
import { typedText } from "./typed-text.ts";

it.each([
  [undefined, ""],
  ["  ripe\r\n tomatoes ", "ripe tomatoes"],
  [`${"a".repeat(19)}🍅`, "a".repeat(19)],
  ["to\0ma\ud83cto", "toma\uFFFDto"],
])("reads %j as %j", (text, read) => {
  expect(typedText(text, 20)).toBe(read);
});
