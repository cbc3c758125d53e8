import { describe, expect, it } from "vitest";
import { convexBridge } from "../testing/convex-bridge.ts";
import { signInCodeContract } from "./contract.ts";
import { convexSignInCodes } from "./convex.ts";
import { noticeAfter, wrongCodePolicies } from "./policy.ts";
import type { WrongCodeCounter } from "./port.ts";

const bridge = await convexBridge();
const codes = convexSignInCodes(bridge.deployment);
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const day = 86_400;

signInCodeContract("Convex", codes);

it("Convex holds neither a code nor whose it is", async () => {
  const counter = { kind: "address", of: "asha@example.com" } as const;
  const code = await codes.issue("asha@example.com", inMinutes(10), [counter]);
  await codes.redeem("asha@example.com", "no code", [counter]);
  const kept = await bridge.run(async ({ db }) => [
    ...(await db.query("signInCodes").collect()),
    ...(await db.query("wrongCodes").collect()),
  ]);
  expect(JSON.stringify(kept)).not.toContain("asha@example.com");
  expect(kept.flatMap((row) => Object.values(row))).not.toContain(code);
});

it("issuing a code removes those that nobody used", async () => {
  for (let n = 0; n < 3; n += 1) await codes.issue(`old${n}`, inMinutes(-1));
  await codes.issue("new", inMinutes(10));
  const kept = await bridge.run(({ db }) => db.query("signInCodes").collect());
  expect(kept.filter(({ expiresAt }) => expiresAt < Date.now())).toEqual([]);
});

describe("a stretch of wrong codes in Convex", () => {
  const { free } = wrongCodePolicies.address;
  const isWrong = async (counter: WrongCodeCounter) => {
    const code = await codes.issue("guessed", inMinutes(10));
    return (await codes.redeem("guessed", `${code}0`, [counter])) === "wrong";
  };
  /** Lets time pass. */
  const wait = (seconds: number) =>
    bridge.run(async ({ db }) => {
      for (const { _id, since, lastAt, heldUntil } of await db.query("wrongCodes").collect())
        await db.patch(_id, {
          since: since - seconds * 1_000,
          lastAt: lastAt - seconds * 1_000,
          heldUntil: heldUntil - seconds * 1_000,
        });
    });
  const guess = async (counter: WrongCodeCounter, times: number) => {
    for (let n = 0; n < times; n += 1) expect(await isWrong(counter)).toBe(true);
    expect(await isWrong(counter)).toBe(false);
  };

  it("allows one more after each wait, and each wait is longer", async () => {
    const counter = { kind: "address", of: "waiting" } as const;
    await guess(counter, free);
    for (const seconds of [30, 60, 120]) {
      await wait(seconds - 5);
      expect(await isWrong(counter)).toBe(false);
      await wait(6);
      await guess(counter, 1);
    }
    expect(await codes.issue("owner", inMinutes(10), [counter])).toHaveLength(12);
    await wait(300);
    expect(await codes.issue("owner", inMinutes(10), [counter])).toHaveLength(6);
  });

  it("goes on over days, and is over after a week without one", async () => {
    const counter = { kind: "address", of: "over days" } as const;
    await guess(counter, free);
    for (let times = 0; times < 3; times += 1) {
      await wait(3 * day);
      await guess(counter, 1);
    }
    await wait(7 * day + 60);
    await guess(counter, free);
  });

  it("of a network is over after a day, whatever goes on, and its owner is told of the next one", async () => {
    const counter = { kind: "network", of: "busy" } as const;
    const { free: ofNetwork } = wrongCodePolicies.network;
    await guess(counter, ofNetwork);
    const first = await codes.takeNotice(counter);
    await wait(day - 3_600);
    await guess(counter, 1);
    await wait(3_660);
    for (let n = 0; n < noticeAfter; n += 1) expect(await isWrong(counter)).toBe(true);
    expect(await codes.takeNotice(counter)).toMatchObject({ wrong: noticeAfter });
    expect(first?.wrong).toBe(ofNetwork);
  });

  it("is deleted once it is over", async () => {
    await isWrong({ kind: "address", of: "asha@example.com" });
    await wait(8 * day);
    await codes.issue("anyone", inMinutes(10));
    expect(await bridge.run(({ db }) => db.query("wrongCodes").collect())).toEqual([]);
  });
});
