import { resendEmail } from "@org/integrations/email/resend";
import { startEmulators } from "@org/local-stack";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { newAttempt, redeemCode, sendCode } from "./sign-in-code.ts";

const stores = await testStores();
const emulators = await startEmulators({ rateLimits: false });
const { url, apiKey } = emulators.resend;
const email = resendEmail({ apiKey, from: "MohallaMart <orders@mohallamart.example>", baseUrl: url });
const ports = { people: stores, codes: stores.signInCodes, email };
const asha = { userId: "user_1", name: "Asha Rao", email: "asha@example.com" };
await stores.mohallaMart.users.add(asha);

beforeEach(() => emulators.reset());
afterAll(() => emulators.stop());

function sentCode(): string {
  const [message] = emulators.outbox();
  const [code] = /\d{6}/.exec(message?.text ?? "") ?? [];
  if (!code) throw new Error("No code was sent.");
  return code;
}

test("an attempt's code brings those who have its address, once", async () => {
  const attempt = newAttempt("mohallamart", asha.email);
  expect(await sendCode(ports, attempt)).toBe(true);
  const code = sentCode();
  expect(emulators.outbox()).toMatchObject([
    { to: asha.email, subject: `${code} is your MohallaMart sign-in code` },
  ]);
  expect(await redeemCode(ports, attempt, code)).toMatchObject([{ role: "customer", id: asha.userId }]);
  expect(await redeemCode(ports, attempt, code)).toEqual([]);
});

test("another browser's attempt and the other product's have codes of their own", async () => {
  const attempt = newAttempt("mohallamart", asha.email);
  await sendCode(ports, attempt);
  const code = sentCode();
  expect(await redeemCode(ports, newAttempt("mohallamart", asha.email), code)).toEqual([]);
  expect(await redeemCode(ports, { ...attempt, product: "ten-ocean" }, code)).toEqual([]);
  expect(await redeemCode(ports, attempt, code)).toHaveLength(1);
});

test("an address that nobody has gets nothing", async () => {
  expect(await sendCode(ports, newAttempt("mohallamart", "nobody@example.com"))).toBe(false);
  expect(await sendCode(ports, newAttempt("ten-ocean", asha.email))).toBe(false);
  expect(emulators.outbox()).toEqual([]);
});

test("a code brings nobody when the account was deleted meanwhile", async () => {
  const gone = { userId: "user_2", name: "Ravi", email: "ravi@example.com" };
  await stores.mohallaMart.users.add(gone);
  const attempt = newAttempt("mohallamart", gone.email);
  await sendCode(ports, attempt);
  await stores.mohallaMart.users.remove(gone.userId);
  expect(await redeemCode(ports, attempt, sentCode())).toEqual([]);
});
