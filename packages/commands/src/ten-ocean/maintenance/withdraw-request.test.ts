import { expect, it } from "vitest";
import { admin, maya, requestBench, sam } from "../../testing/request-bench.ts";
import { withdrawRequest } from "./withdraw-request.ts";

const bench = await requestBench();
const { maintenance } = bench;
const withdraw = withdrawRequest(bench.tenOcean);

it("takes one's own request back, once", async () => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  for (let n = 0; n < 2; n += 1)
    expect(await withdraw({ person: maya, requestId })).toEqual({ ok: true, requestId });
  expect(await maintenance.get(requestId)).toMatchObject({ status: "closed", closure: "withdrawn" });
  expect((await watched.events()).map(({ data }) => data)).toMatchObject([
    { requestId, changed: ["status"], closed: "withdrawn", by: maya.id },
  ]);
});

it("is its tenant's alone", async () => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  for (const person of [sam, admin])
    expect(await withdraw({ person, requestId })).toMatchObject({ ok: false, code: "not-theirs" });
  await watched.untouched();
});

it("a resolved or closed one is not withdrawn", async () => {
  const requestId = await bench.resolved();
  expect(await withdraw({ person: maya, requestId })).toMatchObject({ ok: false, code: "resolved" });
  await maintenance.confirm(requestId, { by: maya.id }, { emit: [] });
  expect(await withdraw({ person: maya, requestId })).toMatchObject({ ok: false, code: "closed" });
  expect(await withdraw({ person: maya, requestId: "req_none" })).toMatchObject({ code: "not-theirs" });
});
