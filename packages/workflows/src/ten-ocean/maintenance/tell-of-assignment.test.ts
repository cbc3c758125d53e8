import { expect, it } from "vitest";
import { dataOf, repairLeak, toldOf } from "../../testing/repair-leak.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

async function start() {
  const bench = await startTestBench();
  const acts = repairLeak(bench);
  await acts.report();
  await bench.settle();
  return { bench, ...acts };
}

/** Without what was told when it was reported. */
const assignments = (bench: TestBench) => toldOf(bench).slice(2);

it("tells whoever was put in charge, and the tenant who that is", async () => {
  const { bench, assign } = await start();
  await assign("admin_002");
  await bench.settle();
  expect(assignments(bench)).toEqual(["request-entrusted > admin_002", "request-assigned > user_maya"]);
  expect(dataOf(bench, "request-assigned")).toMatchObject([{ assignee: "Samuel Okafor" }]);
  expect(dataOf(bench, "request-entrusted")).toMatchObject([{ tenant: "Maya Fernandes" }]);
});

it("tells whoever was in charge before as well", async () => {
  const { bench, assign } = await start();
  await assign("admin_002");
  await bench.settle();
  await assign("user_suresh");
  await bench.settle();
  expect(assignments(bench).slice(2)).toEqual([
    "request-entrusted > user_suresh",
    "request-assigned > user_maya",
    "request-passed-on > admin_002",
  ]);
  expect(dataOf(bench, "request-passed-on")).toMatchObject([{ assignee: "Suresh Iyer" }]);
});

it("a tenant who is in charge of their own request hears of it once", async () => {
  const { bench, assign } = await start();
  await assign("user_maya");
  await bench.settle();
  expect(assignments(bench)).toEqual(["request-entrusted > user_maya"]);
  await assign("admin_001");
  await bench.settle();
  expect(assignments(bench).slice(1)).toEqual([
    "request-entrusted > admin_001",
    "request-assigned > user_maya",
  ]);
});

it("the same person put in charge again is told again, of another occasion", async () => {
  const { bench, assign } = await start();
  for (const assigneeId of ["admin_001", "admin_002", "admin_001"]) {
    await assign(assigneeId);
    await bench.settle();
  }
  const ids = bench.engine
    .events({ name: "notification/route" })
    .map(({ data }) => String(Object(data).notificationId))
    .filter((id) => id.startsWith("request-entrusted:req_1:"));
  expect(new Set(ids).size).toBe(3);
});
