import { expect, it } from "vitest";
import { decide, maya, noticesOf, registerSam, sam, toldOf } from "../../testing/house.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "welcome-resident";

async function verified(bench: TestBench): Promise<void> {
  await registerSam(bench);
  await bench.settle();
  await decide(bench, "verified");
  await bench.settle();
}

it("makes a resident of whoever was verified, says so, and welcomes them", async () => {
  const bench = await startTestBench();
  await verified(bench);
  expect(bench.engine.run(functionId).output).toEqual({ standing: "resident" });
  expect(await bench.tenOcean.residents.get(sam.userId)).toMatchObject({
    status: "verified",
    standing: "resident",
  });
  const changes = bench.engine.events({ name: "user/status.changed" }).map(({ data }) => data);
  expect(changes).toMatchObject([
    { userId: sam.userId, from: "pending", to: "resident", changedBy: "admin_002" },
  ]);
  expect(toldOf(bench).filter((told) => told.endsWith(sam.userId))).toEqual([
    "registration-received to user_sam",
    "resident-welcome to user_sam",
  ]);
  expect(noticesOf(bench.engine).at(-1)).toMatchObject({ about: sam.userId, data: { unit: "4B" } });
});

it("welcomes once, however often somebody decides", async () => {
  const bench = await startTestBench();
  await verified(bench);
  expect(await decide(bench, "verified")).toBe(false);
  expect(await decide(bench, "rejected")).toBe(false);
  await bench.settle();
  expect(toldOf(bench).filter((told) => told.startsWith("resident-welcome"))).toHaveLength(1);
});

it("has nobody back whom an admin suspended, when the event comes again", async () => {
  const bench = await startTestBench();
  await verified(bench);
  await bench.tenOcean.residents.changeStanding(sam.userId, "suspended", { emit: [] });
  await bench.engine.advance("25h");
  const [event] = bench.engine.events({ name: "user/verified" });
  await bench.engine.send({ name: "user/verified", data: Object(event?.data) });
  await bench.engine.runUntilIdle();
  expect(bench.engine.runs({ functionId }).at(-1)?.output).toEqual({ standing: "suspended" });
  expect(await bench.tenOcean.residents.get(sam.userId)).toMatchObject({ standing: "suspended" });
});

it("tells a resident whose new unit was confirmed that it counts", async () => {
  const bench = await startTestBench();
  await bench.tenOcean.verifications.requestMove(maya.userId, "unit_2A", { emit: [] });
  await decide(bench, "verified", { userId: maya.userId, decidedBy: "admin_003" });
  await bench.settle();
  expect(toldOf(bench)).toEqual(["new-unit-confirmed to user_maya"]);
  expect(noticesOf(bench.engine).at(-1)?.data).toEqual({ unit: "2A" });
  expect(await bench.tenOcean.residents.get(maya.userId)).toMatchObject({ unitId: "unit_2A" });
});

it("welcomes nobody who was removed meanwhile", async () => {
  const bench = await startTestBench();
  const data = { userId: "user_gone", verifiedBy: "admin_001", timestamp: "2026-11-02T09:30:00.000Z" };
  await bench.engine.send({ name: "user/verified", data });
  await bench.engine.runUntilIdle();
  expect(bench.engine.run(functionId).output).toEqual({ standing: "removed" });
  expect(toldOf(bench)).toEqual([]);
});
