import { describe, expect, it } from "vitest";
import { noticeAfter, wrongCodePolicies } from "./policy.ts";
import type { SignInCodes, WrongCodeCounter } from "./port.ts";

/** What every keeper of one-time codes does. Each test takes a subject of its own. */
export function signInCodeContract(keeper: string, codes: SignInCodes): void {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const other = (code: string) => code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  let subjects = 0;
  const newSubject = () => `person${++subjects}@example.com`;
  const isRight = async (subject: string, code: string) => (await codes.redeem(subject, code)) === "right";

  describe(`sign-in codes in ${keeper}`, () => {
    it("a code is six digits and good once", async () => {
      const subject = newSubject();
      const code = await codes.issue(subject, inMinutes(10));
      expect(code).toMatch(/^\d{6}$/);
      expect(await isRight(subject, code)).toBe(true);
      expect(await isRight(subject, code)).toBe(false);
    });

    it("of two uses at once one is good", async () => {
      const subject = newSubject();
      const code = await codes.issue(subject, inMinutes(10));
      const uses = await Promise.all([isRight(subject, code), isRight(subject, code)]);
      expect(uses.toSorted()).toEqual([false, true]);
    });

    it("it is good for its subject only", async () => {
      const [mine, theirs] = [newSubject(), newSubject()];
      const code = await codes.issue(mine, inMinutes(10));
      expect(await isRight(theirs, code)).toBe(false);
      expect(await isRight(mine, code)).toBe(true);
    });

    it("an expired one is not good", async () => {
      const subject = newSubject();
      const code = await codes.issue(subject, inMinutes(-0.01));
      expect(await isRight(subject, code)).toBe(false);
    });

    it("four wrong tries leave it good, the fifth ends it", async () => {
      const [careless, guessing] = [newSubject(), newSubject()];
      for (const [subject, wrongTries] of [
        [careless, 4],
        [guessing, 5],
      ] as const) {
        const code = await codes.issue(subject, inMinutes(10));
        for (let n = 0; n < wrongTries; n++) expect(await isRight(subject, other(code))).toBe(false);
        expect(await isRight(subject, code)).toBe(wrongTries < 5);
      }
    });

    it("a new code takes the place of the one before it, with tries of its own", async () => {
      const subject = newSubject();
      const first = await codes.issue(subject, inMinutes(10));
      for (let n = 0; n < 5; n++) await isRight(subject, other(first));
      const second = await codes.issue(subject, inMinutes(10));
      if (first !== second) expect(await isRight(subject, first)).toBe(false);
      expect(await isRight(subject, second)).toBe(true);
    });

    it.each(["", "12345", "1234567", "абвгде", "x".repeat(10_000)])("%j is no code", async (text) => {
      const subject = newSubject();
      await codes.issue(subject, inMinutes(10));
      expect(await isRight(subject, text)).toBe(false);
    });
  });

  wrongCodeContract(keeper, codes);
}

/** Wrong codes count beyond the single one. */
function wrongCodeContract(keeper: string, codes: SignInCodes): void {
  const { free } = wrongCodePolicies.address;
  const expiresAt = () => new Date(Date.now() + 600_000).toISOString();
  const other = (code: string) => code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  let counters = 0;
  const newCounter = (kind: WrongCodeCounter["kind"] = "address"): WrongCodeCounter => ({
    kind,
    of: `counted${++counters}`,
  });
  let subjects = 0;
  const newSubject = () => `guessed${++subjects}`;

  /** Guesses wrong at a new code each time. @returns what each guess was answered. */
  async function guess(times: number, ...counted: WrongCodeCounter[]) {
    const answers: string[] = [];
    for (let n = 0; n < times; n += 1) {
      const subject = newSubject();
      const code = await codes.issue(subject, expiresAt());
      answers.push(await codes.redeem(subject, other(code), counted));
    }
    return answers;
  }

  describe(`wrong sign-in codes in ${keeper}`, () => {
    it("hold codes of six digits after a few, whatever new codes are asked for", async () => {
      const counter = newCounter();
      const asked = newSubject();
      const early = await codes.issue(asked, expiresAt(), [counter]);
      expect(await guess(free + 2, counter)).toEqual([...Array(free).fill("wrong"), "held", "held"]);
      expect(await codes.redeem(asked, early, [counter])).toBe("held");
    });

    it("give whoever asks now a code of twelve digits, which is good at once", async () => {
      const counter = newCounter();
      await guess(free, counter);
      const subject = newSubject();
      const code = await codes.issue(subject, expiresAt(), [counter]);
      expect(code).toMatch(/^\d{12}$/);
      for (let n = 0; n < 4; n += 1)
        expect(await codes.redeem(subject, other(code), [counter])).toBe("wrong");
      expect(await codes.redeem(subject, code, [counter])).toBe("right");
    });

    it("are no more than a few when they all come at the same moment", async () => {
      const [counter, network] = [newCounter(), newCounter("network")];
      const guesses = Array.from({ length: 3 * free }, async () => {
        const subject = newSubject();
        const code = await codes.issue(subject, expiresAt());
        return () => codes.redeem(subject, other(code), [counter, network]);
      });
      const ready = await Promise.all(guesses);
      const answers = await Promise.all(ready.map((redeem) => redeem()));
      expect(answers.filter((answer) => answer === "wrong")).toHaveLength(free);
      expect(answers.filter((answer) => answer === "held")).toHaveLength(2 * free);
    });

    it("are not forgiven for a right one", async () => {
      const counter = newCounter();
      await guess(free - 1, counter);
      const subject = newSubject();
      const code = await codes.issue(subject, expiresAt(), [counter]);
      expect(await codes.redeem(subject, code, [counter])).toBe("right");
      expect(await guess(2, counter)).toEqual(["wrong", "held"]);
    });

    it("of one counter are no other's", async () => {
      const [counter, neighbor] = [newCounter(), newCounter()];
      await guess(free, counter);
      expect(await guess(1, neighbor)).toEqual(["wrong"]);
      expect(await guess(1, { ...counter, kind: "browser" })).toEqual(["wrong"]);
      expect(await guess(1, neighbor, counter)).toEqual(["held"]);
    });

    it("do not count where there is no code to guess", async () => {
      const counter = newCounter();
      for (let n = 0; n < free + 1; n += 1)
        expect(await codes.redeem("nobody", "123456", [counter])).toBe("wrong");
      expect(await guess(1, counter)).toEqual(["wrong"]);
    });

    it("are told of once, after many, and again when that failed", async () => {
      const counter = newCounter("network");
      await guess(noticeAfter - 1, counter);
      expect(await codes.takeNotice(counter)).toBeUndefined();
      await guess(1, counter);
      const taken = await Promise.all([codes.takeNotice(counter), codes.takeNotice(counter)]);
      const since = expect.stringMatching(/^\d{4}-.*Z$/);
      expect(taken.filter(Boolean)).toEqual([{ wrong: noticeAfter, since }]);
      await codes.returnNotice(counter);
      expect(await codes.takeNotice(counter)).toMatchObject({ wrong: noticeAfter });
      await guess(1, counter);
      expect(await codes.takeNotice(counter)).toBeUndefined();
    });
  });
}
