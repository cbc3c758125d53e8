import { expect, it } from "vitest";
import { deadLetter } from "../testing/dead-letter.ts";
import { testStores } from "../testing/test-stores.ts";
import { discardRun } from "./discard-run.ts";

const { deadLetters } = await testStores();
const discard = discardRun({ deadLetters });
const operatorId = "admin_001";
const reason = "not-wanted";

it("lets an open run go, once", async () => {
  await deadLetters.record(deadLetter("run-1", new Date()));
  expect(await discard({ runId: "run-1", reason, operatorId })).toEqual({ ok: true, runId: "run-1" });
  expect(await deadLetters.get("run-1")).toMatchObject({ status: "discarded" });
  expect(await discard({ runId: "run-1", reason, operatorId })).toMatchObject({
    ok: false,
    code: "not-open",
  });
});

it.each([
  ["run-none", "unknown-run"],
  ["../secret", "damaged"],
])("%s is refused", async (runId, code) => {
  expect(await discard({ runId, reason, operatorId })).toMatchObject({ ok: false, code });
});

it.each(["", "because"])("asks for a reason, and keeps the run open, where it is told %j", async (reason) => {
  await deadLetters.record(deadLetter("run-2", new Date()));
  expect(await discard({ runId: "run-2", reason, operatorId })).toMatchObject({
    ...{ ok: false, code: "invalid", fields: { reason: expect.any(String) } },
  });
  expect(await deadLetters.get("run-2")).toMatchObject({ status: "open" });
});
