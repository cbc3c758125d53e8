import { expect, it } from "vitest";
import { dataOf, repairLeak, toldOf } from "../../testing/repair-leak.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const functionId = "acknowledge-request";

it("tells the tenant the number, and the admins and the floor's captain of the request", async () => {
  const bench = await startTestBench();
  await repairLeak(bench).report();
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(toldOf(bench)).toEqual(["request-received > user_maya", "request-reported > admin_001 admin_002"]);
  const { number } = (await bench.tenOcean.maintenance.get("req_1")) ?? {};
  const facts = { requestId: "req_1", number, about: "plumbing", place: "unit 4B" };
  expect(dataOf(bench, "request-received")).toEqual([{ ...facts, urgent: false }]);
  expect(dataOf(bench, "request-reported")).toEqual([
    { ...facts, reporter: "Maya Fernandes", description: "The tap drips." },
  ]);
});

it("an urgent one is told with the template that wakes people", async () => {
  const bench = await startTestBench();
  await repairLeak(bench).report({ priority: "urgent", description: "The pipe burst." });
  await bench.settle();
  expect(toldOf(bench)).toEqual([
    "request-received > user_maya",
    "urgent-request-reported > admin_001 admin_002",
  ]);
});

it("of a common area the admins hear, and no captain", async () => {
  const bench = await startTestBench();
  await repairLeak(bench).report({ unitId: undefined, area: "Lobby" });
  await bench.settle();
  expect(toldOf(bench)[1]).toBe("request-reported > admin_001");
  expect(dataOf(bench, "request-received")).toMatchObject([{ place: "Lobby" }]);
});

it("cuts a long description between two characters", async () => {
  const bench = await startTestBench();
  await repairLeak(bench).report({ description: "🚿".repeat(2_000) });
  await bench.settle();
  expect(dataOf(bench, "request-reported")).toMatchObject([{ description: `${"🚿".repeat(249)}…` }]);
});

it("fails for good for a request that does not exist", async () => {
  const bench = await startTestBench();
  const data = { userId: "user_maya", unitId: "unit_4B", category: "plumbing", priority: "low" };
  await bench.engine.send({ name: "maintenance/request.created", data: { requestId: "req_none", ...data } });
  await bench.settle();
  expect(bench.engine.run(functionId)).toHaveFailed(/req_none does not exist/);
  expect(toldOf(bench)).toEqual([]);
});
