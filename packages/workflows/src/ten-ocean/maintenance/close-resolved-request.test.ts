import { expect, it } from "vitest";
import { dataOf, repairLeak, toldOf } from "../../testing/repair-leak.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

async function start() {
  const bench = await startTestBench();
  const acts = repairLeak(bench);
  await acts.report();
  await acts.assign("admin_002");
  await acts.resolve();
  await bench.settle();
  return { bench, ...acts };
}

async function pass(bench: TestBench, duration: string): Promise<void> {
  await bench.engine.advance(duration);
  await bench.settle();
}

const asked = "request-resolved > user_maya";
const reminded = "request-unconfirmed > user_maya";
const closed = "request-updated > user_maya";
const questions = (bench: TestBench) =>
  toldOf(bench).filter((told) => [asked, reminded, closed].includes(told));
const closings = ({ engine }: TestBench) =>
  engine
    .events({ name: "maintenance/request.updated" })
    .filter(({ data }) => Object(data).closed === "lapsed");

it("asks the tenant, reminds them on day 5, and closes after 7 days, not before", async () => {
  const { bench, status } = await start();
  expect(questions(bench)).toEqual([asked]);
  expect(dataOf(bench, "request-resolved")).toMatchObject([
    { resolution: "New washer.", closesAt: "2026-11-09T04:30:00.000Z" },
  ]);
  await pass(bench, "4d 23h");
  expect(questions(bench)).toEqual([asked]);
  await pass(bench, "1h");
  expect(questions(bench)).toEqual([asked, reminded]);
  await pass(bench, "1d 23h");
  expect(await status()).toBe("resolved");
  await pass(bench, "1h");
  expect(await status()).toBe("closed");
  expect(questions(bench)).toEqual([asked, reminded, closed]);
  expect(dataOf(bench, "request-updated")).toMatchObject([{ closed: "lapsed" }]);
  expect(closings(bench)).toHaveLength(1);
});

it("neither reminds nor closes what was confirmed", async () => {
  const { bench, confirm } = await start();
  await pass(bench, "2d");
  await confirm();
  await pass(bench, "20d");
  expect(questions(bench)).toEqual([asked]);
  expect(closings(bench)).toEqual([]);
  expect(await bench.tenOcean.maintenance.get("req_1")).toMatchObject({ closure: "confirmed" });
});

it("does not close what was opened again on day 6; resolved again it has 7 days of its own, and closes once", async () => {
  const { bench, reopen, resolve, status } = await start();
  await pass(bench, "6d");
  await reopen();
  await bench.settle();
  await pass(bench, "2d");
  expect(await status()).toBe("open");
  await resolve("Another washer.");
  await bench.settle();
  await pass(bench, "6d 23h");
  expect(await status()).toBe("resolved");
  await pass(bench, "1h");
  expect(await status()).toBe("closed");
  await pass(bench, "20d");
  expect(questions(bench)).toEqual([asked, reminded, asked, reminded, closed]);
  expect(closings(bench)).toHaveLength(1);
});

it("one that was opened and resolved again on day 6 is not closed on day 7", async () => {
  const { bench, reopen, resolve, status } = await start();
  await pass(bench, "6d");
  await reopen();
  await resolve("Another washer.");
  await bench.settle();
  await pass(bench, "6d");
  expect(await status()).toBe("resolved");
  await pass(bench, "1d");
  expect(await status()).toBe("closed");
  expect(closings(bench)).toHaveLength(1);
});

it("an event of an earlier version closes the resolution that counts", async () => {
  const bench = await startTestBench();
  const { report, status } = repairLeak(bench);
  await report();
  await bench.tenOcean.maintenance.resolve("req_1", { resolvedBy: "admin_001" }, { emit: [] });
  const data = { requestId: "req_1", resolvedBy: "admin_001" };
  await bench.engine.send({ name: "maintenance/request.resolved", v: "2026-11-01.01", data });
  await bench.settle();
  await pass(bench, "7d");
  expect(await status()).toBe("closed");
});
