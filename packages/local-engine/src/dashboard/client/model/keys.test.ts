import { expect, it } from "vitest";
import { createKeyReader } from "./keys.ts";

const bound = new Set(["j", "e", "g e", "?"]);
const isBound = (keys: string) => bound.has(keys);

it("reads single keys and sequences", () => {
  const reader = createKeyReader();
  expect(reader.press("j", 0, isBound)).toBe("j");
  expect(reader.press("g", 100, isBound)).toBeUndefined();
  expect(reader.press("e", 200, isBound)).toBe("g e");
  expect(reader.press("e", 300, isBound)).toBe("e");
});

it("forgets the first key of a sequence after a second", () => {
  const reader = createKeyReader();
  reader.press("g", 0, isBound);
  expect(reader.press("e", 1_001, isBound)).toBe("e");
});

it("falls back to the single key when no sequence fits", () => {
  const reader = createKeyReader();
  reader.press("g", 0, isBound);
  expect(reader.press("j", 10, isBound)).toBe("j");
});
