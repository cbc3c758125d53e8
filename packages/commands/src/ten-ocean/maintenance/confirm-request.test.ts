import { expect, it } from "vitest";
import { admin, maya, requestBench, sam } from "../../testing/request-bench.ts";
import { confirmRequest } from "./confirm-request.ts";

const bench = await requestBench();
const { maintenance } = bench;
const confirm = confirmRequest(bench.tenOcean);

it("closes a request once", async () => {
  const requestId = await bench.resolved();
  const watched = await bench.watch(requestId);
  for (let n = 0; n < 2; n += 1)
    expect(await confirm({ person: maya, requestId })).toEqual({ ok: true, requestId });
  expect(await maintenance.get(requestId)).toMatchObject({ status: "closed", closure: "confirmed" });
  const [event, ...others] = await watched.events();
  expect(event).toMatchObject({
    name: "maintenance/request.updated",
    data: { requestId, changed: ["status"], closed: "confirmed", by: maya.id },
  });
  expect(others).toEqual([]);
});

it("is its tenant's alone", async () => {
  const requestId = await bench.resolved();
  const watched = await bench.watch(requestId);
  for (const person of [sam, admin])
    expect(await confirm({ person, requestId })).toMatchObject({ ok: false, code: "not-theirs" });
  await watched.untouched();
});

it("nothing is confirmed that is not resolved, was withdrawn, or is not there", async () => {
  const requestId = await bench.reported();
  expect(await confirm({ person: maya, requestId })).toMatchObject({ ok: false, code: "not-resolved" });
  await maintenance.withdraw(requestId, { by: maya.id }, { emit: [] });
  expect(await confirm({ person: maya, requestId })).toMatchObject({ ok: false, code: "closed" });
  expect(await confirm({ person: maya, requestId: "req_none" })).toMatchObject({ code: "not-theirs" });
  expect(await confirm({ person: maya, requestId: "" })).toMatchObject({ code: "damaged" });
});
