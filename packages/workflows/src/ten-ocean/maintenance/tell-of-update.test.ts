import { expect, it } from "vitest";
import { dataOf, repairLeak, toldOf } from "../../testing/repair-leak.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

/** Reported, and taken by the captain of the floor unless told otherwise. */
async function start({ assigneeId }: { assigneeId?: string } = { assigneeId: "admin_002" }) {
  const bench = await startTestBench();
  const acts = repairLeak(bench);
  await acts.report();
  const assignment = { assigneeId: assigneeId ?? "", by: "admin_001" };
  if (assigneeId) await bench.tenOcean.maintenance.assign("req_1", assignment, { emit: [] });
  await bench.settle();
  return { bench, ...acts };
}

/** Without what was told when it was reported. */
const updates = (bench: TestBench) => toldOf(bench).slice(2);

it("tells the tenant what changed, and whoever is in charge when somebody else did it", async () => {
  const { bench, change } = await start();
  await change({ status: "on-hold", priority: "high", scheduledFor: "2026-11-10T14:00:00.000Z" });
  await bench.settle();
  expect(updates(bench)).toEqual(["request-updated > user_maya", "entrusted-request-updated > admin_002"]);
  expect(dataOf(bench, "request-updated")).toMatchObject([
    {
      status: "on-hold",
      priority: "high",
      scheduledFor: "2026-11-10T14:00:00.000Z",
      author: "Maria Delgado",
    },
  ]);
  await change({ scheduledFor: null }, "admin_002");
  await bench.settle();
  expect(updates(bench).slice(2)).toEqual(["request-updated > user_maya"]);
  expect(dataOf(bench, "request-updated")[1]).toMatchObject({ unscheduled: true });
});

it("when the tenant wrote, whoever is in charge is told", async () => {
  const { bench, comment } = await start();
  await comment("It got <worse>.");
  await bench.settle();
  expect(updates(bench)).toEqual(["entrusted-request-updated > admin_002"]);
  expect(dataOf(bench, "entrusted-request-updated")).toMatchObject([
    { text: "It got <worse>.", author: "Maya Fernandes" },
  ]);
});

it("when nobody is in charge, those who look after it hear what the tenant wrote", async () => {
  const { bench, comment } = await start({});
  await comment("Anybody there?");
  await bench.settle();
  expect(updates(bench)).toEqual(["entrusted-request-updated > admin_001 admin_002"]);
});

it("a comment of whoever is in charge goes to the tenant", async () => {
  const { bench, comment } = await start();
  await comment("We come today.", "admin_002");
  await bench.settle();
  expect(updates(bench)).toEqual(["request-updated > user_maya"]);
});

it("a tenant who is in charge of their own request hears nothing of what they do", async () => {
  const { bench, comment } = await start({ assigneeId: "user_maya" });
  await comment("Fixed it myself.");
  await bench.settle();
  expect(updates(bench)).toEqual([]);
});

it("opened again, confirmed and withdrawn: whoever is in charge is told", async () => {
  const { bench, resolve, reopen, confirm } = await start();
  for (const act of [resolve, reopen, () => resolve("Another washer."), confirm]) {
    await act();
    await bench.settle();
  }
  expect(updates(bench).filter((told) => told.startsWith("entrusted"))).toHaveLength(2);
  expect(dataOf(bench, "entrusted-request-updated")).toMatchObject([
    { reopened: true, text: "Still drips." },
    { closed: "confirmed" },
  ]);

  const other = await start();
  await other.withdraw();
  await other.bench.settle();
  expect(updates(other.bench)).toEqual(["entrusted-request-updated > admin_002"]);
});

it("nobody is told that a request was withdrawn that nobody took", async () => {
  const { bench, withdraw } = await start({});
  await withdraw();
  await bench.settle();
  expect(updates(bench)).toEqual([]);
});

it("an event of an earlier version, which does not say who did it, is told to the tenant", async () => {
  const { bench } = await start();
  const data = { requestId: "req_1", changed: ["status"], status: "in-progress" };
  await bench.engine.send({ name: "maintenance/request.updated", v: "2026-11-01.01", data });
  await bench.settle();
  expect(updates(bench)).toEqual(["request-updated > user_maya"]);
});
