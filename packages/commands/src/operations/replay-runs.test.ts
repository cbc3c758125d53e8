import { expect, it } from "vitest";
import { deadLetter } from "../testing/dead-letter.ts";
import { testStores } from "../testing/test-stores.ts";
import { replayRuns } from "./replay-runs.ts";

const stores = await testStores();
const { deadLetters, outbox } = stores;
const now = new Date("2026-11-22T10:00:00.000Z");
const replay = replayRuns({ deadLetters, outbox, now: () => now });
const request = { workflow: "send-order-confirmation", operatorId: "admin_001", dryRun: false };

const letter = deadLetter("run-1", now);
await deadLetters.record(letter);
await deadLetters.record({ ...letter, runId: "run-2", failedAt: "2026-11-22T09:30:00.000Z" });
await deadLetters.record({
  ...letter,
  runId: "run-3",
  error: { name: "Error", message: "Resend answered 422." },
});
await deadLetters.record({ ...letter, runId: "run-4", workflow: "update-inventory" });
await deadLetters.record(deadLetter("run-old", new Date("2026-01-01T00:00:00.000Z")));
await deadLetters.record({ ...letter, runId: "run-discarded" });
await deadLetters.discard("run-discarded");

it("says what it would replay, and asks for nothing", async () => {
  const told = await replay({ ...request, dryRun: true });
  expect(told).toEqual({ ok: true, runIds: ["run-1", "run-3", "run-2"], tooOld: ["run-old"], more: false });
  expect(await stores.emittedEvents()).toEqual([]);
});

it("refuses a time that is none, and asks for nothing", async () => {
  const refused = await replay({ ...request, since: "yesterday" });
  expect(refused).toMatchObject({ ok: false, code: "invalid", fields: { since: expect.any(String) } });
  expect(await stores.emittedEvents()).toEqual([]);
});

it("replays the open runs of one function by error and time", async () => {
  const asked = await replay({ ...request, error: "503", since: "2026-11-22T09:15:00Z" });
  expect(asked).toEqual({ ok: true, runIds: ["run-2"], tooOld: [], more: false });
  expect(await stores.emittedEvents()).toMatchObject([
    { name: "operations/dead-letter.replay-requested", data: { runId: "run-2", requestedBy: "admin_001" } },
  ]);
});

it("takes the runs of all functions, or of one app, where no function is named", async () => {
  const { workflow: _, ...anyFunction } = request;
  const told = await replay({ ...anyFunction, dryRun: true });
  expect(told).toMatchObject({ runIds: ["run-1", "run-3", "run-4", "run-2"], tooOld: ["run-old"] });
  expect(await replay({ ...anyFunction, app: "another", dryRun: true })).toMatchObject({
    runIds: [],
    tooOld: [],
  });
});
