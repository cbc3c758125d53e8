import { beforeEach, describe, expect, it } from "vitest";
import { signInBench } from "../testing/sign-in-bench.ts";
import { redeemSignInCode } from "./redeem-sign-in-code.ts";
import { sendSignInCode } from "./send-sign-in-code.ts";
import { codeSubject, newAttempt, type SignInAttempt } from "./sign-in-attempt.ts";

const { ports, source, users, asha, sentCode } = await signInBench();
const send = sendSignInCode(ports);
const redeem = redeemSignInCode(ports);

const wrong = { ok: false, code: "wrong-code", message: expect.stringContaining("not right") };

it("an attempt's code brings those who have its address, once", async () => {
  const attempt = newAttempt("mohallamart", asha.email);
  await send({ attempt, source });
  const code = sentCode();
  const typed = `${code.slice(0, 3)} ${code.slice(3)} `;
  const people = [{ role: "customer", id: asha.userId }];
  expect(await redeem({ attempt, source, code: typed })).toMatchObject({ ok: true, people });
  expect(await redeem({ attempt, source, code })).toEqual(wrong);
});

it("another browser's attempt and the other product's have codes of their own", async () => {
  const attempt = newAttempt("mohallamart", asha.email);
  await send({ attempt, source });
  const code = sentCode();
  expect(await redeem({ attempt: newAttempt("mohallamart", asha.email), source, code })).toEqual(wrong);
  expect(await redeem({ attempt: { ...attempt, product: "ten-ocean" }, source, code })).toEqual(wrong);
  const outcome = await redeem({ attempt, source, code });
  expect(outcome.ok && outcome.people).toHaveLength(1);
});

it("a code brings nobody when the account was deleted meanwhile", async () => {
  const gone = { userId: "user_2", name: "Ravi", email: "ravi@example.com" };
  await users.add(gone);
  const attempt = newAttempt("mohallamart", gone.email);
  await send({ attempt, source });
  await users.remove(gone.userId);
  expect(await redeem({ attempt, source, code: sentCode() })).toEqual(wrong);
});

describe("somebody who guesses at an address", () => {
  const meera = { userId: "user_3", name: "Meera" };
  const held = { ok: false, code: "too-many-wrong", message: expect.stringContaining("Ask for a new code") };
  let email: string;
  let browser: string;
  let people = 0;

  beforeEach(async () => {
    people += 1;
    email = `meera${people}@example.com`;
    const userId = `user_meera${people}`;
    await users.add({ ...meera, userId, email });
    browser = await ports.knownBrowsers.remember(userId);
    await guess(5);
  });

  /** From a network of its own each time, with a new code each time. */
  async function guess(times: number, from = {}): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      const attempt = newAttempt("mohallamart", email);
      const guesser = { network: `198.51.100.${n}`, ...from };
      await ports.codes.issue(codeSubject(attempt), inTenMinutes());
      expect(await redeem({ attempt, source: guesser, code: "no code" })).toEqual(wrong);
    }
  }

  const inTenMinutes = () => new Date(Date.now() + 600_000).toISOString();

  async function codeFor(attempt: SignInAttempt, from: typeof source & { browser?: string } = source) {
    await send({ attempt, source: from });
    return sentCode();
  }

  it("has to wait with codes of six digits, also new ones", async () => {
    const attempt = newAttempt("mohallamart", email);
    await ports.codes.issue(codeSubject(attempt), inTenMinutes());
    expect(await redeem({ attempt, source, code: "000000" })).toEqual(held);
  });

  it("does not keep the owner out, who gets a longer code in a new browser", async () => {
    const attempt = newAttempt("mohallamart", email);
    const code = await codeFor(attempt);
    expect(code).toMatch(/^\d{12}$/);
    expect(await redeem({ attempt, source, code })).toMatchObject({ ok: true });
  });

  it("changes nothing for a browser in which the owner has signed in", async () => {
    const attempt = newAttempt("mohallamart", email);
    const code = await codeFor(attempt, { ...source, browser });
    expect(code).toMatch(/^\d{6}$/);
    expect(await redeem({ attempt, source: { ...source, browser }, code })).toMatchObject({ ok: true });
  });

  it("is not taken for the owner with a browser that is somebody else's, or nobody's", async () => {
    for (const strange of [await ports.knownBrowsers.remember("user_1"), "made-up"]) {
      const code = await codeFor(newAttempt("mohallamart", email), { ...source, browser: strange });
      expect(code).toMatch(/^\d{12}$/);
    }
  });

  it("is counted the same way at an address that nobody has", async () => {
    email = `nobody${people}@example.com`;
    await guess(5);
    const attempt = newAttempt("mohallamart", email);
    await ports.codes.issue(codeSubject(attempt), inTenMinutes());
    expect(await redeem({ attempt, source, code: "000000" })).toEqual(held);
  });
});

it("somebody who guesses at many addresses from one network has to wait as well", async () => {
  const here = { network: "192.0.2.1" };
  for (let n = 0; n < 50; n += 1) {
    const attempt = newAttempt("mohallamart", `stuffed${n}@example.com`);
    await send({ attempt, source: here });
    expect(await redeem({ attempt, source: here, code: "no code" })).toEqual(wrong);
  }
  const attempt = newAttempt("mohallamart", asha.email);
  await send({ attempt, source });
  const code = sentCode();
  expect(await redeem({ attempt, source: here, code })).toMatchObject({ code: "too-many-wrong" });
  expect(await redeem({ attempt, source, code })).toMatchObject({ ok: true });
});
