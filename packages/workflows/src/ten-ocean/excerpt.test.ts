import { describe, expect, it } from "vitest";
import { excerptOf, piecesOf } from "./excerpt.ts";

describe("an excerpt", () => {
  it.each([
    ["Water off.\n\nFrom nine.", 40, "Water off. From nine."],
    ["Water off from nine to noon", 20, "Water off from nine…"],
    ["Extraordinarily", 8, "Extraor…"],
    ["1234567🎉", 9, "1234567🎉"],
    ["123456🎉🎉", 8, "123456…"],
  ])("of %j in %i characters is %j", (text, length, excerpt) => {
    expect(excerptOf(text, length)).toBe(excerpt);
    expect(excerpt.length).toBeLessThanOrEqual(length);
  });
});

describe("pieces", () => {
  it.each([
    ["One two", 20, ["One two"]],
    ["First paragraph.\n\nSecond one.", 20, ["First paragraph.", "Second one."]],
    ["One line here\nanother", 16, ["One line here", "another"]],
    ["one two three four", 9, ["one two", "three", "four"]],
    ["1234567890", 4, ["1234", "5678", "90"]],
    ["123🎉45", 4, ["123", "🎉45"]],
  ])("of %j with %i characters are %j", (text, length, pieces) => {
    expect(piecesOf(text, length)).toEqual(pieces);
  });
});
