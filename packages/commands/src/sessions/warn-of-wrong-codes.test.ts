import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { signInBench } from "../testing/sign-in-bench.ts";
import { newAttempt } from "./sign-in-attempt.ts";
import { countersOf } from "./sign-in-source.ts";
import { warnOfWrongCodes } from "./warn-of-wrong-codes.ts";

const { ports, source, asha, users, emulators, endWaits, sent } = await signInBench();
const warn = warnOfWrongCodes(ports);

/** As somebody does who waits after each wrong code for as long as it takes. */
async function guessTenTimes(email: string): Promise<void> {
  const counters = await countersOf(ports, { product: "mohallamart", email }, source);
  for (let n = 0; n < 10; n += 1) {
    await ports.codes.issue("guessed", new Date(Date.now() + 600_000).toISOString());
    expect(await ports.codes.redeem("guessed", "no code", counters)).toBe("wrong");
    await endWaits();
  }
}

it("tells the owner once, after ten wrong codes", async () => {
  const attempt = newAttempt("mohallamart", asha.email);
  expect(await warn({ attempt, source })).toEqual({ ok: true, warned: false });
  await guessTenTimes(asha.email);
  expect(await warn({ attempt, source })).toEqual({ ok: true, warned: true });
  expect(await warn({ attempt, source })).toEqual({ ok: true, warned: false });
  expect(sent()).toMatchObject([
    { to: asha.email, subject: "10 wrong sign-in codes for your MohallaMart account" },
  ]);
  expect(sent()[0]?.text).toContain("https://shop.example/account/security");
  expect(sent()[0]?.text).not.toMatch(/\d{6}/);
});

it("tells them with the next wrong code when the email could not be sent", async () => {
  const ravi = { userId: "user_ravi", name: "Ravi", email: "ravi@example.com" };
  await users.add(ravi);
  const attempt = newAttempt("mohallamart", ravi.email);
  await guessTenTimes(ravi.email);
  emulators.failNext("resend", { status: 503, times: 1 });
  expect(await failureOf(warn({ attempt, source }))).toMatchObject({ port: "email" });
  expect(await warn({ attempt, source })).toEqual({ ok: true, warned: true });
  expect(sent()).toMatchObject([{ to: ravi.email }]);
});

it("tells nobody of an address that nobody has", async () => {
  await guessTenTimes("nobody@example.com");
  const attempt = newAttempt("mohallamart", "nobody@example.com");
  expect(await warn({ attempt, source })).toEqual({ ok: true, warned: false });
  expect(sent()).toEqual([]);
});
