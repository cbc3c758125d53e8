import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText, isStorable, oneLine, storable } from "./text.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("👨‍👩‍👧", "क्षि", "é", "🇮🇳", "a", " ", "\ud83c", "\0", "\r\n") }),
);

describe("cutText", () => {
  it.each([
    ["Tomatoes", 8, "Tomatoes"],
    ["Tomatoes, ripe", 9, "Tomatoes…"],
    ["Tomatoes ripe", 10, "Tomatoes…"],
    [`${"a".repeat(99)}🍅`, 100, `${"a".repeat(99)}…`],
    ["👨‍👩‍👧👨‍👩‍👧", 10, "👨‍👩‍👧…"],
    ["क्षिक्षि", 5, "क्षि…"],
    ["🇮🇳🇮🇳", 6, "🇮🇳…"],
  ])("%s to %i", (text, longest, cut) => {
    expect(cutText(text, longest)).toBe(cut);
  });

  it("keeps no ellipsis where none is wanted", () => {
    expect(cutText(`${"a".repeat(99)}🍅`, 100, "")).toBe("a".repeat(99));
  });

  it("is never longer than asked for, and never leaves half a character", () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, longest) => {
        const cut = cutText(text, longest + 1);
        expect(cut.length).toBeLessThanOrEqual(longest + 1);
        if (isStorable(text)) expect(isStorable(cut)).toBe(true);
      }),
    );
  });
});

it("oneLine has no break, no control character and no space around it", () => {
  expect(oneLine("Mango\r\nBcc: all@example.com\u2028\t 1 kg \u0007")).toBe(
    "Mango Bcc: all@example.com 1 kg",
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const line = oneLine(text);
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(line).toBe(line.trim());
    }),
  );
});

it("storable repairs NUL and half characters, and nothing else", () => {
  expect(storable("a\0b\ud83cc🍅")).toBe("ab\uFFFDc🍅");
  fc.assert(
    fc.property(anyText, (text) => {
      expect(isStorable(storable(text))).toBe(true);
      if (isStorable(text)) expect(storable(text)).toBe(text);
    }),
  );
});
