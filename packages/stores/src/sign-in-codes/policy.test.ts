import { describe, expect, it } from "vitest";
import { longestWait, waitAfter, wrongCodePolicies } from "./policy.ts";

const day = 86_400;

/** Guesses that somebody gets who uses each of them at once, until a time in seconds. */
function guessesUntil(end: number, policy: { free: number }): number {
  let at = 0;
  let wrong = 0;
  while (at < end) {
    wrong += 1;
    at += waitAfter(wrong, policy);
  }
  return wrong;
}

describe("whoever guesses at an address", () => {
  const { address } = wrongCodePolicies;

  it("has five guesses, and then waits twice as long after each", () => {
    expect([1, 4, 5, 6, 7, 8].map((wrong) => waitAfter(wrong, address))).toEqual([0, 0, 30, 60, 120, 240]);
    expect(waitAfter(100_000, address)).toBe(longestWait);
  });

  it("has 16 on the first day and 2 on every other, where one in a million is right", () => {
    expect(guessesUntil(day, address)).toBe(16);
    expect(guessesUntil(8 * day, address) - guessesUntil(7 * day, address)).toBe(2);
    const inAYear = guessesUntil(365 * day, address);
    expect(inAYear).toBeLessThan(750);
    expect(inAYear / 1_000_000).toBeLessThan(0.00075);
  });

  it("gains nothing by waiting until the stretch is over", () => {
    const { days } = address.endsAfter;
    const inAStretch = guessesUntil(day, address);
    expect(inAStretch / (1 + days)).toBeLessThanOrEqual(2);
  });
});

it("whoever guesses at many addresses from one network has 61 guesses a day", () => {
  expect(guessesUntil(day, wrongCodePolicies.network)).toBe(61);
});
