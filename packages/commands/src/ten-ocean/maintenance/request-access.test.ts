import { expect, it } from "vitest";
import { admin, captain, lee, maya, otherCaptain, requestBench, sam } from "../../testing/request-bench.ts";
import { findRequest, type RequestPerson } from "./request-access.ts";

const bench = await requestBench();
const { maintenance } = bench;

const rightsOf = async (person: RequestPerson, requestId: string) => {
  const rights = (await findRequest(bench.tenOcean, person, requestId))?.rights;
  return Object.entries(rights ?? {})
    .flatMap(([name, has]) => (has ? [name] : []))
    .toSorted();
};

it("a request in a flat is seen by its tenant, the admins, its floor's captain and whoever is in charge", async () => {
  const requestId = await bench.reported();
  await maintenance.assign(requestId, { assigneeId: lee.id, by: admin.id }, { emit: [] });
  expect(await rightsOf(maya, requestId)).toEqual(["own", "see"]);
  expect(await rightsOf(admin, requestId)).toEqual(["manage", "see", "work"]);
  expect(await rightsOf(captain, requestId)).toEqual(["manage", "see", "work"]);
  expect(await rightsOf(lee, requestId)).toEqual(["see", "work"]);
  for (const person of [sam, otherCaptain]) expect(await rightsOf(person, requestId)).toEqual([]);
  expect(await rightsOf(admin, "req_none")).toEqual([]);
});

it("what is wrong in a common area everybody sees, and the admins look after", async () => {
  const requestId = await bench.reported({ place: "unit_common", area: "Lobby" });
  for (const person of [sam, captain]) expect(await rightsOf(person, requestId)).toEqual(["see"]);
  expect(await rightsOf(admin, requestId)).toEqual(["manage", "see", "work"]);
});
