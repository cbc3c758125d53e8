import { expect, it } from "vitest";
import { repairLeak, toldOf } from "../../testing/repair-leak.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const board = "admin_001 admin_002 admin_003";
const afterDay = `request-unattended > ${board}`;
const urgentAfterHour = `urgent-request-unattended > ${board}`;

async function start(changes: Parameters<ReturnType<typeof repairLeak>["report"]>[0] = {}) {
  const bench = await startTestBench();
  const acts = repairLeak(bench);
  await acts.report(changes);
  await bench.settle();
  return { bench, ...acts };
}

async function pass(bench: TestBench, duration: string): Promise<void> {
  await bench.engine.advance(duration);
  await bench.settle();
}

const escalations = (bench: TestBench) => toldOf(bench).filter((told) => told.includes("unattended"));

it("tells the whole board after 24 hours, not before, and once", async () => {
  const { bench } = await start();
  await pass(bench, "23h 59m");
  expect(escalations(bench)).toEqual([]);
  await pass(bench, "1m");
  expect(escalations(bench)).toEqual([afterDay]);
  await pass(bench, "10d");
  expect(escalations(bench)).toEqual([afterDay]);
  expect((await bench.tenOcean.maintenance.history("req_1")).map(({ kind }) => kind)).toEqual([
    ...["created", "escalated"],
  ]);
});

it("tells it of an urgent one after an hour, and not again after 24", async () => {
  const { bench } = await start({ priority: "urgent" });
  await pass(bench, "59m");
  expect(escalations(bench)).toEqual([]);
  await pass(bench, "1m");
  expect(escalations(bench)).toEqual([urgentAfterHour]);
  await pass(bench, "3d");
  expect(escalations(bench)).toEqual([urgentAfterHour]);
});

it("tells it of one that becomes urgent an hour after that, and not again after 24", async () => {
  const { bench, change } = await start();
  await pass(bench, "5h");
  await change({ priority: "urgent" });
  await bench.settle();
  await pass(bench, "59m");
  expect(escalations(bench)).toEqual([]);
  await pass(bench, "1m");
  expect(escalations(bench)).toEqual([urgentAfterHour]);
  await pass(bench, "3d");
  expect(escalations(bench)).toEqual([urgentAfterHour]);
});

it("gives one that is no longer urgent the 24 hours, and one that is again an hour of its own", async () => {
  const { bench, change } = await start({ priority: "urgent" });
  await pass(bench, "30m");
  await change({ priority: "low" });
  await bench.settle();
  await pass(bench, "20m");
  await change({ priority: "urgent" });
  await bench.settle();
  await pass(bench, "59m");
  expect(escalations(bench)).toEqual([]);
  await change({ priority: "high" });
  await bench.settle();
  await pass(bench, "22h");
  expect(escalations(bench)).toEqual([]);
  await pass(bench, "15m");
  expect(escalations(bench)).toEqual([afterDay]);
});

it("one that became urgent a minute before the 24 hours are over is told once, as urgent", async () => {
  const { bench, change } = await start();
  await pass(bench, "23h 59m");
  await change({ priority: "urgent" });
  await bench.settle();
  await pass(bench, "3h");
  expect(escalations(bench)).toEqual([urgentAfterHour]);
});

it.each([
  ["assigned", ({ assign }: ReturnType<typeof repairLeak>) => assign("admin_002")],
  ["resolved", ({ resolve }: ReturnType<typeof repairLeak>) => resolve()],
  ["withdrawn", ({ withdraw }: ReturnType<typeof repairLeak>) => withdraw()],
  ["worked on", ({ change }: ReturnType<typeof repairLeak>) => change({ status: "in-progress" })],
])("tells nobody of one that was %s just before", async (_what, act) => {
  const { bench, ...acts } = await start({ priority: "urgent" });
  await pass(bench, "59m");
  await act(acts);
  await bench.settle();
  await pass(bench, "3d");
  expect(escalations(bench)).toEqual([]);
});

it("one that is opened again with nobody in charge waits from then on", async () => {
  const { bench, resolve, reopen } = await start();
  await resolve();
  await bench.settle();
  await pass(bench, "20h");
  await reopen();
  await bench.settle();
  await pass(bench, "23h");
  expect(escalations(bench)).toEqual([]);
  await pass(bench, "1h");
  expect(escalations(bench)).toEqual([afterDay]);
});

it("an event of an earlier version, which names no line of the history, is waited for all the same", async () => {
  const bench = await startTestBench();
  const { maintenance } = bench.tenOcean;
  const request = { requestId: "req_1", userId: "user_maya", unitId: "unit_4B", category: "plumbing" };
  await maintenance.create({ ...request, priority: "low", description: "Drips." }, { emit: [] });
  const event = { name: "maintenance/request.created", v: "2026-11-01.01" };
  await bench.engine.send({ ...event, data: { ...request, priority: "low" } });
  await bench.settle();
  await pass(bench, "24h");
  expect(escalations(bench)).toEqual([afterDay]);
});
