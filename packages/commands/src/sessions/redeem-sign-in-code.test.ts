import { expect, it } from "vitest";
import { signInBench } from "../testing/sign-in-bench.ts";
import { redeemSignInCode } from "./redeem-sign-in-code.ts";
import { sendSignInCode } from "./send-sign-in-code.ts";
import { newAttempt } from "./sign-in-attempt.ts";

const { ports, users, asha, sentCode } = await signInBench();
const send = sendSignInCode(ports);
const redeem = redeemSignInCode(ports);

const wrong = { ok: false, code: "wrong-code", message: expect.stringContaining("not right") };

it("an attempt's code brings those who have its address, once", async () => {
  const attempt = newAttempt("mohallamart", asha.email);
  await send(attempt);
  const code = sentCode();
  const typed = `${code.slice(0, 3)} ${code.slice(3)} `;
  const people = [{ role: "customer", id: asha.userId }];
  expect(await redeem({ attempt, code: typed })).toMatchObject({ ok: true, people });
  expect(await redeem({ attempt, code })).toEqual(wrong);
});

it("another browser's attempt and the other product's have codes of their own", async () => {
  const attempt = newAttempt("mohallamart", asha.email);
  await send(attempt);
  const code = sentCode();
  expect(await redeem({ attempt: newAttempt("mohallamart", asha.email), code })).toEqual(wrong);
  expect(await redeem({ attempt: { ...attempt, product: "ten-ocean" }, code })).toEqual(wrong);
  const outcome = await redeem({ attempt, code });
  expect(outcome.ok && outcome.people).toHaveLength(1);
});

it("a code brings nobody when the account was deleted meanwhile", async () => {
  const gone = { userId: "user_2", name: "Ravi", email: "ravi@example.com" };
  await users.add(gone);
  const attempt = newAttempt("mohallamart", gone.email);
  await send(attempt);
  await users.remove(gone.userId);
  expect(await redeem({ attempt, code: sentCode() })).toEqual(wrong);
});
