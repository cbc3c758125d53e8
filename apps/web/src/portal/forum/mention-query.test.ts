import { expect, it } from "vitest";
import { insertHandle, queryAt } from "./mention-query.ts";

it.each([
  ["@Ma", "Ma"],
  ["Hi (@chloé o’b", "chloé o’b"],
  ["@Ana Lopez (1A) and @to", "to"],
  ["line\n@A", "A"],
  ["@Maya Fernandes said hello", undefined],
  ["sam@maya", undefined],
  ["@", undefined],
  ["@ maya", undefined],
  ["@Maya\n", undefined],
])("%j asks for %j", (value, text) => {
  expect(queryAt(value, value.length)?.text).toBe(text);
});

it("looks only before the caret", () => {
  expect(queryAt("Hi @Maya there", 6)).toEqual({ text: "Ma", start: 3, end: 6 });
  expect(queryAt(`${"x".repeat(5_000)} @Ma`, 5_004)).toEqual({ text: "Ma", start: 5_001, end: 5_004 });
});

it("puts the name in place of what was typed", () => {
  const calls: unknown[] = [];
  const field = {
    setRangeText: (...values: unknown[]) => void calls.push(values),
    focus: () => void calls.push("focus"),
  };
  insertHandle(field, { text: "ma", start: 3, end: 6 }, "Maya Fernandes");
  expect(calls).toEqual([["@Maya Fernandes ", 3, 6, "end"], "focus"]);
});
