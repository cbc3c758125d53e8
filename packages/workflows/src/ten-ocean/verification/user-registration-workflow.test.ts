import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { expect, it } from "vitest";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "user-registration-workflow";
const sam = { userId: "user_sam", email: "sam@example.com", firstName: "Sam", lastName: "Rivera" };

async function register({ tenOcean }: TestBench, unitId?: string) {
  const resident = { ...sam, unitId };
  await tenOcean.residents.register(resident, { emit: [userRegistered.create(resident)] });
}

it("opens a verification and asks every admin and the unit's floor captains, once each", async () => {
  const bench = await startTestBench();
  const [unit] = await bench.tenOcean.units.list();
  await register(bench, unit?.unitId);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await bench.tenOcean.verifications.get(sam.userId)).toMatchObject({ status: "pending" });
  const reviewers = await bench.tenOcean.admins.list({ unitId: unit?.unitId });
  const recipients = bench.vendors.outbox().map(({ to }) => to);
  expect(recipients.toSorted()).toEqual(reviewers.map(({ email }) => email).toSorted());
  for (const { from, html } of bench.vendors.outbox()) {
    expect(from).toContain("10 Ocean");
    expect(html).toContain(`https://10ocean.test/ten-ocean/residents/${sam.userId}`);
  }
});

it("sends no second email and opens no second verification when the worker is lost in between", async () => {
  const bench = await startTestBench();
  const [admin] = await bench.tenOcean.admins.list();
  bench.engine.faults.loseAnswer({ functionId, stepId: "add-to-verification-queue" });
  bench.engine.faults.loseAnswer({ functionId, stepId: `notify-admins:${admin?.adminId}` });
  await register(bench);
  await bench.settle();
  await bench.engine.advance("5m");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  const recipients = bench.vendors.outbox().map(({ to }) => to);
  expect(new Set(recipients).size).toBe(recipients.length);
  expect(await bench.tenOcean.verifications.listPending()).toHaveLength(1);
});

it("fails for good for a resident that does not exist", async () => {
  const bench = await startTestBench();
  await bench.engine.send({ name: "user/registered", data: sam });
  await bench.engine.runUntilIdle();

  expect(bench.engine.run(functionId)).toHaveFailed(/user_sam does not exist/);
  expect(bench.vendors.outbox()).toEqual([]);
});
