import { expect, it } from "vitest";
import { lee, maya, requestBench, sam } from "../../testing/request-bench.ts";
import { newRequestId } from "./request-fields.ts";

const bench = await requestBench();
const { report, entries, maintenance } = bench;

it("keeps a request of one's own unit under the next number, and emits it once", async () => {
  const request = entries({ priority: "urgent" });
  const first = await report(request);
  expect(first).toMatchObject({ ok: true, requestId: request.requestId, number: expect.any(Number) });
  expect(await report(request)).toEqual(first);
  expect(await maintenance.get(request.requestId)).toMatchObject({
    ...{ userId: maya.id, unitId: "unit_4B", area: undefined, status: "open", priority: "urgent" },
  });
  const { requestId } = request;
  const data = { requestId, userId: maya.id, unitId: "unit_4B", category: "plumbing", priority: "urgent" };
  const emitted = (await bench.emittedEvents()).filter((event) => Object(event.data).requestId === requestId);
  expect(emitted).toMatchObject([{ name: "maintenance/request.created", data }]);
});

it("everybody may report a common area, also who has named no unit", async () => {
  const request = entries({ person: lee, place: "unit_common", area: "  Lobby,  left door " });
  expect(await report(request)).toMatchObject({ ok: true });
  expect(await maintenance.get(request.requestId)).toMatchObject({
    unitId: undefined,
    area: "Lobby, left door",
  });
  expect((await bench.emittedEvents()).at(-1)?.data).toMatchObject({ unitId: "unit_common" });
});

it("keeps markup and line ends of a description as they are", async () => {
  const requestId = await bench.reported({
    description: " <script>alert(1)</script>\r\nSecond\u0007 line 🚿 \n",
  });
  expect(await maintenance.get(requestId)).toMatchObject({
    description: "<script>alert(1)</script>\nSecond line 🚿",
  });
});

it.each([
  ["a neighbor's unit", { place: "unit_2A" }, "place", /not your unit/],
  ["a unit that does not exist", { place: "unit_9Z" }, "place", /not your unit/],
  ["no place", { place: "" }, "place", /where it is/],
  ["a common area without a name", { place: "unit_common", area: " " }, "area", /where in the building/],
  ["a name of 81 characters", { place: "unit_common", area: "a".repeat(81) }, "area", /80 characters/],
  ["half an emoji in the name", { place: "unit_common", area: "Lobby \ud83d" }, "area", /cannot be read/],
  ["no description", { description: " \r\n " }, "description", /what is wrong/],
  ["4,001 characters", { description: "a".repeat(4_001) }, "description", /4,000 characters/],
  ["a description of 1 MB", { description: "a".repeat(1_000_000) }, "description", /4,000 characters/],
  ["half an emoji", { description: "Leak \ud83d" }, "description", /cannot be read/],
  ["another category", { category: "ghosts" }, "category", /Choose what/],
  ["another priority", { priority: "now" }, "priority", /how urgent/],
])("%s is refused at its entry, and nothing is written", async (_what, changes, field, message) => {
  const request = entries(changes);
  const before = (await bench.emitted()).length;
  const outcome = await report(request);
  expect(outcome).toMatchObject({ ok: false, fields: { [field]: expect.stringMatching(message) } });
  expect(await maintenance.get(request.requestId)).toBeUndefined();
  expect(await bench.emitted()).toHaveLength(before);
});

it("takes exactly 4,000 characters", async () => {
  expect(await report(entries({ description: "a".repeat(4_000) }))).toMatchObject({ ok: true });
});

it("somebody who moved out since the form was shown is refused", async () => {
  const request = entries({ person: sam, place: "unit_2A" });
  await bench.tenOcean.residents.changeStanding(sam.id, "alumni", { emit: [] });
  expect(await report(request)).toMatchObject({ ok: false, code: "not-resident" });
  expect(await maintenance.get(request.requestId)).toBeUndefined();
  await bench.tenOcean.residents.changeStanding(sam.id, "resident", { emit: [] });
});

it("an id that is none, or somebody else's, is a damaged form", async () => {
  const requestId = await bench.reported();
  for (const id of ["42", requestId]) {
    const outcome = await report(entries({ requestId: id, person: lee, place: "unit_common", area: "Roof" }));
    expect(outcome).toMatchObject({ ok: false, code: "damaged" });
  }
  expect(await maintenance.get(requestId)).toMatchObject({ userId: maya.id, area: undefined });
  expect(newRequestId()).toMatch(/^req_[0-9A-Z]{26}$/);
});
