import { expect, it } from "vitest";
import { admin, captain, maya, otherCaptain, requestBench, sam } from "../../testing/request-bench.ts";
import { updateRequest } from "./update-request.ts";

const bench = await requestBench();
const { maintenance } = bench;
const update = updateRequest({ ...bench.tenOcean, now: () => new Date("2026-11-27T12:00:00Z") });
const same = { status: "open", priority: "normal", scheduledFor: "" };

it("changes what is another value, and says which", async () => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  const change = { status: "in-progress", priority: "urgent", scheduledFor: "2026-11-30T09:00" };
  expect(await update({ person: captain, requestId, ...change })).toMatchObject({ ok: true });
  await update({ person: admin, requestId, ...change });
  await update({ person: admin, requestId, ...change, scheduledFor: "" });
  expect(await maintenance.get(requestId)).toMatchObject({
    ...{ status: "in-progress", priority: "urgent", scheduledFor: undefined },
  });
  expect((await watched.events()).map(({ data }) => data)).toMatchObject([
    {
      ...{
        changed: ["status", "priority", "schedule"],
        status: "in-progress",
        priority: "urgent",
        by: captain.id,
      },
      scheduledFor: "2026-11-30T14:00:00.000Z",
    },
    { changed: ["schedule"], by: admin.id },
  ]);
});

it("whoever was put in charge may, and nobody else", async () => {
  const requestId = await bench.reported();
  const change = { requestId, ...same, status: "on-hold" };
  const watched = await bench.watch(requestId);
  for (const person of [maya, sam, otherCaptain])
    expect(await update({ person, ...change })).toMatchObject({ ok: false, code: "not-theirs" });
  await watched.untouched();
  await maintenance.assign(requestId, { assigneeId: sam.id, by: admin.id }, { emit: [] });
  expect(await update({ person: sam, ...change })).toMatchObject({ ok: true });
});

it.each([
  ["2026-11-27T06:59", /in the past/],
  ["2026-11-27T07:00", /in the past/],
  ["1999-01-01T00:00", /in the past/],
  ["2026-02-31T09:00", /a date and a time/],
  ["soon", /a date and a time/],
])("a schedule of %s is refused at its entry", async (scheduledFor, message) => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  const outcome = await update({ person: admin, requestId, ...same, status: "in-progress", scheduledFor });
  expect(outcome).toMatchObject({
    code: "invalid",
    fields: { scheduledFor: expect.stringMatching(message) },
  });
  await watched.untouched();
});

it("a date that has passed may stay while the status changes", async () => {
  const requestId = await bench.reported();
  const change = { person: admin, requestId, ...same, scheduledFor: "2026-11-27T07:30" };
  expect(await update(change)).toMatchObject({ ok: true });
  const later = updateRequest({ ...bench.tenOcean, now: () => new Date("2026-11-28T12:00:00Z") });
  expect(await later({ ...change, status: "on-hold" })).toMatchObject({ ok: true });
});

it.each([
  [{ status: "resolved" }, "status"],
  [{ status: "closed" }, "status"],
  [{ priority: "now" }, "priority"],
])("%j is refused", async (changes, field) => {
  const requestId = await bench.reported();
  const outcome = await update({ person: admin, requestId, ...same, ...changes });
  expect(outcome).toMatchObject({ ok: false, code: "invalid", fields: { [field]: expect.any(String) } });
});

it("what is resolved or closed stays as it is", async () => {
  const requestId = await bench.resolved();
  const change = { person: admin, requestId, ...same };
  expect(await update(change)).toMatchObject({ ok: false, code: "resolved" });
  await maintenance.confirm(requestId, { by: maya.id }, { emit: [] });
  expect(await update(change)).toMatchObject({ ok: false, code: "closed" });
});
