import { describe, expect, it } from "vitest";
import { emailed, maya, pushed, removeResident, suresh, tellMembers } from "../../testing/notices.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "route-notification";
const night = { from: "22:00", to: "07:00" };

/** In the evening before, with Maya asleep from ten to seven. */
async function evening(startTime = "2026-11-20T04:00:00Z"): Promise<TestBench> {
  const bench = await startTestBench({ startTime, schedulesOf: [] });
  await bench.tenOcean.preferences.update(maya.userId, { quietHours: night });
  await bench.subscribeDevice(maya.userId, "ten-ocean");
  return bench;
}

const isTold = (bench: TestBench) => emailed(bench).length + pushed(bench).length;

/** Whether nothing leaves before a moment, and everything after it. */
async function expectToldAfter(bench: TestBench, hours: number): Promise<void> {
  await bench.engine.advance(`${hours * 60 - 1}m`);
  expect(isTold(bench)).toBe(0);
  await bench.engine.advance("5m");
  expect([emailed(bench), pushed(bench)]).toEqual([[maya.email], [maya.userId]]);
}

describe("what comes in quiet hours", () => {
  it.each([
    ["an ordinary night", "2026-11-20T04:00:00Z", 8],
    ["the night that is an hour shorter", "2027-03-14T04:00:00Z", 7],
    ["the night that is an hour longer", "2026-11-01T03:00:00Z", 9],
  ])("leaves at seven by the clock on the wall, after %s", async (_night, startTime, hours) => {
    const bench = await evening(startTime);
    await tellMembers(bench, { template: "test-mention", userIds: [maya.userId] });
    expect(await bench.tenOcean.notifications.list({ userId: maya.userId })).toHaveLength(1);
    await expectToldAfter(bench, hours);
    expect(bench.engine.run(functionId).output).toMatchObject({ now: 0, afterQuietHours: 1 });
  });

  it("waits as well when nobody can turn it off, but not when it is urgent", async () => {
    const bench = await evening();
    await tellMembers(bench, { template: "test-decision", userIds: [maya.userId], what: "Decided" });
    await bench.engine.advance("1m");
    expect(isTold(bench)).toBe(0);
    await tellMembers(bench, { template: "test-leak", userIds: [maya.userId], what: "Leak" });
    await bench.engine.advance("1m");
    expect([emailed(bench), pushed(bench)]).toEqual([[maya.email], [maya.userId]]);
    await bench.engine.advance("9h");
    expect(isTold(bench)).toBe(4);
  });

  it("keeps nobody else waiting, and each to their own morning", async () => {
    const bench = await evening();
    const late = { from: "22:00", to: "09:30" };
    await bench.tenOcean.preferences.update("user_chloe", { quietHours: late });
    const userIds = [maya.userId, suresh.userId, "user_chloe"];
    await tellMembers(bench, { template: "test-mention", userIds });
    await bench.engine.advance("1m");
    expect(emailed(bench)).toEqual([suresh.email]);
    await bench.engine.advance("8h");
    expect(emailed(bench)).toEqual([maya.email, suresh.email]);
    await bench.engine.advance("3h");
    expect(emailed(bench)).toEqual(["chloe@residents.example", maya.email, suresh.email]);
  });

  it.each([
    [
      "who turned it off meanwhile",
      ({ tenOcean }: TestBench) =>
        tenOcean.preferences.update(maya.userId, { kinds: { forum: { email: false, push: false } } }),
    ],
    [
      "who moved out meanwhile",
      ({ tenOcean }: TestBench) => tenOcean.residents.changeStanding(maya.userId, "alumni", { emit: [] }),
    ],
    ["who is gone", (bench: TestBench) => removeResident(bench, maya.userId)],
  ])("is not told to somebody %s", async (_who, change) => {
    const bench = await evening();
    await tellMembers(bench, { template: "test-mention", userIds: [maya.userId] });
    await bench.engine.advance("2h");
    await change(bench);
    await bench.engine.advance("1d");
    expect(isTold(bench)).toBe(0);
    expect(bench.engine.run(functionId)).toHaveCompleted();
    expect(bench.engine.run(functionId).output).toMatchObject({ afterQuietHours: 0 });
  });

  it("leaves over the channel that is still wanted, at the end of quiet hours that were made longer", async () => {
    const bench = await evening();
    await tellMembers(bench, { template: "test-mention", userIds: [maya.userId] });
    const { preferences } = bench.tenOcean;
    await preferences.update(maya.userId, {
      kinds: { forum: { push: false, timing: "digest" } },
      quietHours: { from: "22:00", to: "08:00" },
    });
    await bench.engine.advance("510m");
    expect(isTold(bench)).toBe(0);
    await bench.engine.advance("35m");
    expect([emailed(bench), pushed(bench)]).toEqual([[maya.email], []]);
  });

  it("is not told at all when it would be over by then, and stays in the list", async () => {
    const bench = await evening();
    const expiresAt = "2026-11-20T11:30:00.000Z";
    await tellMembers(bench, { template: "test-mention", userIds: [maya.userId, suresh.userId], expiresAt });
    await bench.engine.advance("1d");
    expect(emailed(bench)).toEqual([suresh.email]);
    expect(await bench.tenOcean.notifications.list({ userId: maya.userId })).toHaveLength(1);
  });
});
