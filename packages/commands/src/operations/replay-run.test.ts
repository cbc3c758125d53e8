import { expect, it } from "vitest";
import { deadLetter } from "../testing/dead-letter.ts";
import { testStores } from "../testing/test-stores.ts";
import { replayRun } from "./replay-run.ts";

const stores = await testStores();
const { deadLetters, outbox } = stores;
const now = new Date("2026-11-22T10:00:00.000Z");
const replay = replayRun({ deadLetters, outbox, now: () => now });
const operatorId = "admin_001";

it("asks the worker to run the function of an open run again", async () => {
  await deadLetters.record(deadLetter("run-open", now));
  expect(await replay({ runId: "run-open", operatorId })).toEqual({ ok: true, runId: "run-open" });
  expect(await stores.emittedEvents()).toMatchObject([
    {
      name: "operations/dead-letter.replay-requested",
      data: { runId: "run-open", requestedBy: operatorId },
    },
  ]);
});

it("asks for nothing where there is nothing to replay, and says why", async () => {
  await deadLetters.record(deadLetter("run-discarded", now));
  await deadLetters.discard("run-discarded");
  await deadLetters.record(deadLetter("run-old", new Date("2026-01-01T00:00:00.000Z")));
  const before = await stores.emitted();
  const refusals = [
    ["run-discarded", "not-open", "This run is discarded already."],
    ["run-old", "too-old", expect.stringContaining("cannot be replayed")],
    ["run-none", "unknown-run", expect.stringContaining("no such failed run")],
    ["../secret", "damaged", expect.stringContaining("no such failed run")],
  ] as const;
  for (const [runId, code, message] of refusals) {
    expect(await replay({ runId, operatorId })).toMatchObject({ ok: false, code, message });
  }
  expect(await stores.emitted()).toEqual(before);
});
