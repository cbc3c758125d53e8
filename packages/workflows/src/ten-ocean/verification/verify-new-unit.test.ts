import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import { expect, it } from "vitest";
import { decide, maya, mayaMoves, noticesOf, toldOf } from "../../testing/house.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const functionId = "verify-new-unit";

it("asks the captains of the new floor, and keeps everything as it is until they decide", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await mayaMoves(bench, "unit_2A");
  await bench.settle();
  expect(toldOf(bench)).toEqual(["verification-request to admin_001, admin_003"]);
  expect(noticesOf(bench.engine)[0]?.data).toMatchObject({
    purpose: "move",
    name: "Maya Fernandes",
    unit: "2A",
    neighbors: "Chloé O’Brien-Núñez",
  });
  expect(await bench.tenOcean.residents.get(maya.userId)).toMatchObject({
    unitId: "unit_4B",
    standing: "resident",
  });
  await decide(bench, "verified", { userId: maya.userId });
  await bench.settle();
  expect(bench.engine.run(functionId).status).toBe("Cancelled");
  expect(await bench.tenOcean.residents.get(maya.userId)).toMatchObject({ unitId: "unit_2A" });
});

it("reminds, lapses after 14 days and tells the resident, who stays where they are", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await mayaMoves(bench, "unit_2A");
  await bench.settle();
  await bench.engine.advance("15d");
  expect(bench.engine.run(functionId).output).toEqual({ newUnit: "lapsed" });
  expect(toldOf(bench).slice(1)).toEqual([
    "verification-reminder to admin_001, admin_003",
    "verification-reminder to admin_001, admin_003",
    "new-unit-lapsed to user_maya",
  ]);
  expect(await bench.tenOcean.residents.get(maya.userId)).toMatchObject({
    unitId: "unit_4B",
    standing: "resident",
    status: "verified",
  });
});

it("asks nobody any more about a unit that the resident no longer asks for", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await mayaMoves(bench, "unit_2A");
  await bench.settle();
  await bench.engine.advance("1d");
  await mayaMoves(bench, "unit_4C");
  await bench.settle();
  await bench.engine.advance("3d");
  const [first] = bench.engine.runs({ functionId });
  expect(first?.output).toEqual({ newUnit: "withdrawn" });
  expect(toldOf(bench)).toEqual([
    "verification-request to admin_001, admin_003",
    "verification-request to admin_001, admin_002",
    "verification-reminder to admin_001, admin_002",
  ]);
});

it("has nothing to do with another change of a profile", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const { userId } = maya;
  await bench.tenOcean.residents.update(
    userId,
    { phone: "+12125550110" },
    { emit: [userProfileUpdated.create({ userId, changed: ["phone"] })] },
  );
  await bench.settle();
  expect(bench.engine.runs({ functionId })).toEqual([]);
  expect(bench.engine.runs({ functionId: "confirm-new-email" })).toEqual([]);
});
