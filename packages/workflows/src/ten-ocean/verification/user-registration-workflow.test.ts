import { expect, it } from "vitest";
import { decide, noticesOf, registerSam, registerSamAgain, sam, toldOf } from "../../testing/house.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "user-registration-workflow";
const reviewers = "admin_001, admin_002";
const received = `registration-received to ${sam.userId}`;
const asked = `verification-request to ${reviewers}`;
const reminded = `verification-reminder to ${reviewers}`;
const lapsed = `registration-lapsed to ${sam.userId}`;

const statusOf = async ({ tenOcean }: TestBench) => (await tenOcean.verifications.get(sam.userId))?.status;

it("opens a verification, gives the applicant the way to it, and asks every admin and the floor's captains, once", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await registerSam(bench);
  await bench.settle();

  expect(bench.engine.run(functionId).status).toBe("Running");
  expect(await bench.tenOcean.verifications.get(sam.userId)).toMatchObject({ status: "pending", round: 1 });
  expect(toldOf(bench)).toEqual([received, asked]);
  const [, request] = noticesOf(bench.engine);
  expect(request).toMatchObject({
    about: sam.userId,
    data: { name: "Sam Rivera", unit: "4B", neighbors: "Maya Fernandes" },
  });
});

it("asks the admins alone about somebody who named no unit, since a captain could not decide", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await registerSam(bench, { unitId: undefined });
  await bench.settle();
  expect(toldOf(bench)).toContain("verification-request to admin_001");
  expect(noticesOf(bench.engine).at(-1)?.data).toMatchObject({ unit: "", neighbors: "" });
});

it("reminds after 3 and 7 days, lapses after 14, not before, and tells the applicant", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await registerSam(bench);
  await bench.settle();
  await bench.engine.advance("2d 23h");
  expect(toldOf(bench)).toEqual([received, asked]);
  await bench.engine.advance("1h");
  expect(toldOf(bench)).toEqual([received, asked, reminded]);
  await bench.engine.advance("4d");
  expect(toldOf(bench)).toEqual([received, asked, reminded, reminded]);
  expect(
    noticesOf(bench.engine)
      .slice(-2)
      .map(({ data }) => [data.waitingDays, data.daysLeft]),
  ).toEqual([
    [3, 11],
    [7, 7],
  ]);
  await bench.engine.advance("6d 23h");
  expect(await statusOf(bench)).toBe("pending");
  await bench.engine.advance("1h");

  expect(bench.engine.run(functionId).output).toEqual({ registration: "lapsed" });
  expect(await statusOf(bench)).toBe("lapsed");
  expect(toldOf(bench)).toEqual([received, asked, reminded, reminded, lapsed]);
  await bench.engine.advance("20d");
  expect(toldOf(bench)).toHaveLength(5);
});

it("refuses a decision after it lapsed, and begins again when the applicant asks anew", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await registerSam(bench);
  await bench.settle();
  await bench.engine.advance("15d");
  expect(await decide(bench, "verified")).toBe(false);
  expect(await bench.tenOcean.residents.get(sam.userId)).toMatchObject({
    status: "lapsed",
    standing: "pending",
  });

  await registerSamAgain(bench, "unit_2A");
  await bench.settle();
  expect(toldOf(bench).slice(-2)).toEqual([received, "verification-request to admin_001, admin_003"]);
  await decide(bench, "verified", { decidedBy: "admin_003" });
  await bench.settle();
  await bench.engine.advance("20d");
  expect(await bench.tenOcean.residents.get(sam.userId)).toMatchObject({
    standing: "resident",
    unitId: "unit_2A",
  });
  expect(toldOf(bench).slice(-2)).toEqual([
    "verification-request to admin_001, admin_003",
    `resident-welcome to ${sam.userId}`,
  ]);
});

it.each(["verified", "rejected"] as const)(
  "ends when it is %s on the fifth day, without another reminder",
  async (status) => {
    const bench = await startTestBench({ schedulesOf: [] });
    await registerSam(bench);
    await bench.settle();
    await bench.engine.advance("5d");
    await decide(bench, status);
    await bench.settle();
    expect(bench.engine.run(functionId).status).toBe("Cancelled");
    await bench.engine.advance("20d");
    expect(toldOf(bench).filter((told) => told === reminded)).toHaveLength(1);
    expect(await statusOf(bench)).toBe(status);
    expect(bench.engine.runs({ status: "Failed" })).toEqual([]);
  },
);

it("asks the store after a wait, and leaves what was decided before it could hear of it", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await registerSam(bench);
  await bench.settle();
  const decision = { status: "verified", decidedBy: "admin_001" } as const;
  await bench.tenOcean.verifications.decide(sam.userId, decision, { emit: [] });
  await bench.engine.advance("20d");
  expect(bench.engine.run(functionId).output).toEqual({ registration: "verified" });
  expect(toldOf(bench)).toEqual([received, asked]);
});

it("goes on after the worker was lost in each of its waits", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  for (const stepId of ["look-after-3-days", "remind-after-3-days", "look-after-7-days", "lapse"])
    bench.engine.faults.crashAfterStep({ functionId, stepId });
  bench.engine.faults.loseAnswer({ functionId, stepId: "notify-admins" });
  await registerSam(bench);
  await bench.settle();
  await bench.engine.advance("15d");
  expect(bench.engine.run(functionId).output).toEqual({ registration: "lapsed" });
  expect(toldOf(bench)).toEqual([received, asked, reminded, reminded, lapsed]);
  expect(await bench.tenOcean.verifications.listPending()).toEqual([]);
});

it("asks about two people of one unit, each once; both may live there", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await registerSam(bench);
  const lee = { ...sam, userId: "user_lee", firstName: "Lee", email: "lee@example.com" };
  await bench.tenOcean.residents.register(lee, { emit: [] });
  await bench.tenOcean.verifications.open(lee.userId);
  await bench.settle();
  await decide(bench, "verified");
  await decide(bench, "verified", { userId: lee.userId });
  await bench.settle();
  const { residents } = await bench.tenOcean.residents.search({ unitId: "unit_4B", standing: "resident" });
  expect(residents.map(({ firstName }) => firstName)).toEqual(["Lee", "Maya", "Sam"]);
});

it("ends quietly when the applicant was removed meanwhile", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await registerSam(bench);
  await bench.settle();
  await bench.tenOcean.residents.remove(sam.userId);
  await bench.engine.advance("15d");
  expect(bench.engine.run(functionId)).toMatchObject({
    status: "Completed",
    output: { registration: "removed" },
  });
  expect(toldOf(bench)).toEqual([received, asked]);
});

it("does nothing for an event that comes again after it was decided", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await registerSam(bench);
  await bench.settle();
  await decide(bench, "rejected");
  await bench.settle();
  await bench.engine.advance("25h");
  await bench.engine.send({ name: "user/registered", data: sam });
  await bench.engine.runUntilIdle();
  expect(bench.engine.runs({ functionId }).at(-1)?.output).toEqual({ registration: "rejected" });
});

it("fails, so that an operator sees it, while nobody can decide", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await bench.pool.query("delete from ten_ocean.admins");
  await registerSam(bench);
  await bench.settle();
  expect(bench.engine.run(functionId)).toHaveFailed(/Nobody can verify resident user_sam/);
});

it("fails for good for a resident that does not exist", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await bench.engine.send({ name: "user/registered", data: sam });
  await bench.engine.runUntilIdle();

  expect(bench.engine.run(functionId)).toHaveFailed(/user_sam does not exist/);
  expect(bench.vendors.outbox()).toEqual([]);
});
