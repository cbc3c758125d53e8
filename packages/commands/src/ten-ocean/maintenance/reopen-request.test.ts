import { expect, it } from "vitest";
import { admin, maya, otherCaptain, requestBench, sam } from "../../testing/request-bench.ts";
import { reopenRequest } from "./reopen-request.ts";
import { newEntryId } from "./request-fields.ts";

const bench = await requestBench();
const { maintenance } = bench;
const reopen = reopenRequest(bench.tenOcean);

it("opens a resolved request again with what is still wrong; the same form twice is one reopening", async () => {
  const requestId = await bench.resolved();
  const watched = await bench.watch(requestId);
  const reason = { person: maya, requestId, entryId: newEntryId(), problem: "Still drips." };
  for (let n = 0; n < 2; n += 1) expect(await reopen(reason)).toEqual({ ok: true, requestId });
  expect(await maintenance.get(requestId)).toMatchObject({ status: "open", resolution: undefined });
  expect((await maintenance.history(requestId)).at(-1)).toMatchObject({
    kind: "reopened",
    text: "Still drips.",
  });
  const events = await watched.events();
  expect(events).toHaveLength(1);
  expect(events[0]?.data).toMatchObject({
    ...{ requestId, changed: ["status", "description"], status: "open", reopened: true, priority: "normal" },
  });
});

it("an admin may do so for them", async () => {
  const requestId = await bench.resolved();
  const reason = { requestId, entryId: newEntryId(), problem: "Called: it still drips." };
  for (const person of [sam, otherCaptain])
    expect(await reopen({ person, ...reason })).toMatchObject({ ok: false, code: "not-theirs" });
  expect(await reopen({ person: admin, ...reason })).toMatchObject({ ok: true });
});

it.each([
  ["", /what is still wrong/],
  ["a".repeat(4_001), /4,000 characters/],
  ["\ud83d", /cannot be read/],
])("a text that is none is refused", async (problem, message) => {
  const requestId = await bench.resolved();
  const watched = await bench.watch(requestId);
  const outcome = await reopen({ person: maya, requestId, entryId: newEntryId(), problem });
  expect(outcome).toMatchObject({ ok: false, fields: { problem: expect.stringMatching(message) } });
  await watched.untouched();
});

it("what is not resolved, or closed, cannot be opened again", async () => {
  const reason = { person: maya, entryId: newEntryId(), problem: "Still drips." };
  const open = await bench.reported();
  expect(await reopen({ ...reason, requestId: open })).toMatchObject({ ok: false, code: "not-resolved" });
  const requestId = await bench.resolved();
  await maintenance.confirm(requestId, { by: maya.id }, { emit: [] });
  expect(await reopen({ ...reason, requestId })).toMatchObject({ ok: false, code: "closed" });
});
