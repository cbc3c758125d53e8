import { expect, test } from "vitest";
import { toPaise, toRupees } from "./money.ts";

test("every two-decimal amount up to 1,000 rupees survives the round trip", () => {
  for (let paise = 0; paise <= 100_000; paise += 1) {
    const written = `${Math.floor(paise / 100)}.${String(paise % 100).padStart(2, "0")}`;
    expect(toPaise(Number(written))).toBe(paise);
    expect(toRupees(paise)).toBe(Number(written));
  }
});

test.each([0.001, 19.999, Number.NaN, Number.POSITIVE_INFINITY])("%s is refused", (amount) => {
  expect(() => toPaise(amount)).toThrow(RangeError);
});
