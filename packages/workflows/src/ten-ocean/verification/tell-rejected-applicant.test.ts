import { expect, it } from "vitest";
import { decide, maya, noticesOf, registerSam, registerSamAgain, sam, toldOf } from "../../testing/house.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const functionId = "tell-rejected-applicant";

it("tells the applicant why, and leaves their standing as it was", async () => {
  const bench = await startTestBench();
  await registerSam(bench);
  await bench.settle();
  await decide(bench, "rejected", { reason: "No lease was found for unit 4B." });
  await bench.settle();
  expect(bench.engine.run(functionId).output).toEqual({ standing: "pending" });
  expect(toldOf(bench).at(-1)).toBe("registration-rejected to user_sam");
  expect(noticesOf(bench.engine).at(-1)).toMatchObject({
    about: sam.userId,
    data: { userId: sam.userId, reason: "No lease was found for unit 4B." },
  });
});

it("tells of a second rejection as well", async () => {
  const bench = await startTestBench();
  await registerSam(bench);
  await bench.settle();
  await decide(bench, "rejected");
  await bench.settle();
  await registerSamAgain(bench);
  await bench.settle();
  await decide(bench, "rejected");
  await bench.settle();
  const ids = noticesOf(bench.engine).map(({ notificationId }) => notificationId);
  expect(ids.filter((id) => id.startsWith("registration-rejected"))).toEqual([
    "registration-rejected:user_sam:1",
    "registration-rejected:user_sam:2",
  ]);
});

it("tells a resident why their new unit was turned down; they keep the one that they have", async () => {
  const bench = await startTestBench();
  await bench.tenOcean.verifications.requestMove(maya.userId, "unit_2A", { emit: [] });
  await decide(bench, "rejected", { userId: maya.userId, reason: "Chloé lives there." });
  await bench.settle();
  expect(toldOf(bench)).toEqual(["new-unit-rejected to user_maya"]);
  expect(noticesOf(bench.engine).at(-1)?.data).toEqual({ unit: "2A", reason: "Chloé lives there." });
  expect(await bench.tenOcean.residents.get(maya.userId)).toMatchObject({
    unitId: "unit_4B",
    standing: "resident",
    status: "verified",
  });
});

it("tells nobody who was removed meanwhile", async () => {
  const bench = await startTestBench();
  const data = { userId: "user_gone", rejectedBy: "admin_001", timestamp: "2026-11-02T09:30:00.000Z" };
  await bench.engine.send({ name: "user/rejected", data });
  await bench.engine.runUntilIdle();
  expect(bench.engine.run(functionId).output).toEqual({ standing: "removed" });
  expect(toldOf(bench)).toEqual([]);
});
