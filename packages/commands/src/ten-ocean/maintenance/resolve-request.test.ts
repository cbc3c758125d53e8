import { expect, it } from "vitest";
import { admin, captain, maya, otherCaptain, requestBench, sam } from "../../testing/request-bench.ts";
import { resolveRequest } from "./resolve-request.ts";

const bench = await requestBench();
const { maintenance } = bench;
const resolve = resolveRequest(bench.tenOcean);

it("says what was done, once: of two at once one counts", async () => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  const attempt = { requestId, resolution: " New\r\nwasher. " };
  const outcomes = await Promise.all([admin, captain].map((person) => resolve({ person, ...attempt })));
  expect(outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.code)).toSorted()).toEqual([
    "ok",
    "resolved",
  ]);
  expect(await maintenance.get(requestId)).toMatchObject({ status: "resolved", resolution: "New\nwasher." });
  const entry = (await maintenance.history(requestId)).at(-1);
  expect((await watched.events()).map(({ name, data }) => ({ name, ...data }))).toMatchObject([
    { name: "maintenance/request.resolved", requestId, resolution: "New\nwasher.", entryId: entry?.entryId },
  ]);
});

it("is for whoever works on it", async () => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  for (const person of [maya, sam, otherCaptain])
    expect(await resolve({ person, requestId, resolution: "Done." })).toMatchObject({ code: "not-theirs" });
  await watched.untouched();
  await maintenance.assign(requestId, { assigneeId: sam.id, by: admin.id }, { emit: [] });
  expect(await resolve({ person: sam, requestId, resolution: "Done." })).toEqual({ ok: true, requestId });
});

it.each([
  ["", /what was done/],
  ["a".repeat(1_001), /1,000 characters/],
  ["\ud83d", /cannot be read/],
])("a text that is none is refused", async (resolution, message) => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  const outcome = await resolve({ person: admin, requestId, resolution });
  expect(outcome).toMatchObject({ ok: false, fields: { resolution: expect.stringMatching(message) } });
  await watched.untouched();
});

it("what is closed stays closed", async () => {
  const requestId = await bench.resolved();
  await maintenance.confirm(requestId, { by: maya.id }, { emit: [] });
  const outcome = await resolve({ person: admin, requestId, resolution: "Again." });
  expect(outcome).toMatchObject({ ok: false, code: "closed", message: expect.stringContaining("closed") });
});
