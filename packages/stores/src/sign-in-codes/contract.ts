import { describe, expect, it } from "vitest";
import type { SignInCodes } from "./port.ts";

/** What every keeper of one-time codes does. Each test takes a subject of its own. */
export function signInCodeContract(keeper: string, codes: SignInCodes): void {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const other = (code: string) => code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  let subjects = 0;
  const newSubject = () => `person${++subjects}@example.com`;

  describe(`sign-in codes in ${keeper}`, () => {
    it("a code is six digits and good once", async () => {
      const subject = newSubject();
      const code = await codes.issue(subject, inMinutes(10));
      expect(code).toMatch(/^\d{6}$/);
      expect(await codes.redeem(subject, code)).toBe(true);
      expect(await codes.redeem(subject, code)).toBe(false);
    });

    it("of two uses at once one is good", async () => {
      const subject = newSubject();
      const code = await codes.issue(subject, inMinutes(10));
      const uses = await Promise.all([codes.redeem(subject, code), codes.redeem(subject, code)]);
      expect(uses.toSorted()).toEqual([false, true]);
    });

    it("it is good for its subject only", async () => {
      const [mine, theirs] = [newSubject(), newSubject()];
      const code = await codes.issue(mine, inMinutes(10));
      expect(await codes.redeem(theirs, code)).toBe(false);
      expect(await codes.redeem(mine, code)).toBe(true);
    });

    it("an expired one is not good", async () => {
      const subject = newSubject();
      const code = await codes.issue(subject, inMinutes(-0.01));
      expect(await codes.redeem(subject, code)).toBe(false);
    });

    it("four wrong tries leave it good, the fifth ends it", async () => {
      const [careless, guessing] = [newSubject(), newSubject()];
      for (const [subject, wrongTries] of [
        [careless, 4],
        [guessing, 5],
      ] as const) {
        const code = await codes.issue(subject, inMinutes(10));
        for (let n = 0; n < wrongTries; n++) expect(await codes.redeem(subject, other(code))).toBe(false);
        expect(await codes.redeem(subject, code)).toBe(wrongTries < 5);
      }
    });

    it("a new code takes the place of the one before it, with tries of its own", async () => {
      const subject = newSubject();
      const first = await codes.issue(subject, inMinutes(10));
      for (let n = 0; n < 5; n++) await codes.redeem(subject, other(first));
      const second = await codes.issue(subject, inMinutes(10));
      if (first !== second) expect(await codes.redeem(subject, first)).toBe(false);
      expect(await codes.redeem(subject, second)).toBe(true);
    });

    it.each(["", "12345", "1234567", "абвгде", "x".repeat(10_000)])("%j is no code", async (text) => {
      const subject = newSubject();
      await codes.issue(subject, inMinutes(10));
      expect(await codes.redeem(subject, text)).toBe(false);
    });
  });
}
