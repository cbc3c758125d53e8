import { expect, it } from "vitest";
import { signInBench } from "../testing/sign-in-bench.ts";
import { sendSignInCode } from "./send-sign-in-code.ts";
import { newAttempt } from "./sign-in-attempt.ts";

const { ports, source, asha, sent, sentCode } = await signInBench();
const send = sendSignInCode(ports);

it("a code goes to the address that someone signs in with", async () => {
  expect(await send({ attempt: newAttempt("mohallamart", asha.email), source })).toEqual({ ok: true });
  const subject = `${sentCode()} is your MohallaMart sign-in code`;
  expect(sent()).toMatchObject([{ to: asha.email, subject }]);
});

it("an address that nobody has gets nothing", async () => {
  const unknown = { ok: false, code: "unknown-address" };
  expect(await send({ attempt: newAttempt("mohallamart", "nobody@example.com"), source })).toMatchObject(
    unknown,
  );
  expect(await send({ attempt: newAttempt("ten-ocean", asha.email), source })).toMatchObject(unknown);
  expect(sent()).toEqual([]);
});
