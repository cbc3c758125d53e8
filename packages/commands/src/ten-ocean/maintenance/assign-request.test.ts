import { expect, it } from "vitest";
import { admin, captain, lee, maya, otherCaptain, requestBench, sam } from "../../testing/request-bench.ts";
import { assignRequest } from "./assign-request.ts";

const bench = await requestBench();
const { maintenance } = bench;
const assign = assignRequest(bench.tenOcean);

it("puts an admin, a captain or somebody who lives here in charge, and says who was before", async () => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  for (const [person, assigneeId] of [
    [admin, captain.id],
    [admin, captain.id],
    [captain, lee.id],
  ] as const)
    expect(await assign({ person, requestId, assigneeId })).toEqual({ ok: true, assigneeId });
  expect(await maintenance.get(requestId)).toMatchObject({ assigneeId: lee.id });
  expect((await watched.events()).map(({ name, data }) => ({ name, ...data }))).toMatchObject([
    { name: "maintenance/request.assigned", assigneeId: captain.id, assignedBy: admin.id },
    { assigneeId: lee.id, assignedBy: captain.id, formerAssigneeId: captain.id },
  ]);
});

it.each([
  ["another floor's captain", otherCaptain, /no such request/],
  ["its tenant", maya, /somebody else looks after/],
  ["a neighbor", sam, /no such request/],
])("is refused to %s", async (_who, person, message) => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  const outcome = await assign({ person, requestId, assigneeId: admin.id });
  expect(outcome).toMatchObject({ ok: false, code: "not-theirs", message: expect.stringMatching(message) });
  await watched.untouched();
});

it("a captain has no say in common areas", async () => {
  const requestId = await bench.reported({ place: "unit_common", area: "Lobby" });
  const attempt = { requestId, assigneeId: captain.id };
  expect(await assign({ ...attempt, person: captain })).toMatchObject({ ok: false, code: "not-theirs" });
  expect(await assign({ ...attempt, person: admin })).toMatchObject({ ok: true });
});

it.each(["admin_9", "user_9", "", "<script>"])("%j cannot be put in charge", async (assigneeId) => {
  const requestId = await bench.reported();
  const watched = await bench.watch(requestId);
  const outcome = await assign({ person: admin, requestId, assigneeId });
  expect(outcome).toMatchObject({
    ok: false,
    fields: { assigneeId: expect.stringContaining("from the list") },
  });
  await watched.untouched();
});

it("somebody who moved out cannot be put in charge either", async () => {
  const requestId = await bench.reported();
  await bench.tenOcean.residents.changeStanding(sam.id, "alumni", { emit: [] });
  const outcome = await assign({ person: admin, requestId, assigneeId: sam.id });
  expect(outcome).toMatchObject({ ok: false, code: "unknown-member" });
  await bench.tenOcean.residents.changeStanding(sam.id, "resident", { emit: [] });
});

it("nobody is put in charge of what is resolved, closed, or not there", async () => {
  const requestId = await bench.resolved();
  const attempt = { person: admin, requestId, assigneeId: admin.id };
  expect(await assign(attempt)).toMatchObject({ ok: false, code: "resolved" });
  await maintenance.confirm(requestId, { by: maya.id }, { emit: [] });
  expect(await assign(attempt)).toMatchObject({ ok: false, code: "closed" });
  expect(await assign({ ...attempt, requestId: "req_none" })).toMatchObject({ code: "not-theirs" });
  expect(await assign({ ...attempt, requestId: "42" })).toMatchObject({ code: "damaged" });
});
