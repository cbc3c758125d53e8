import { expect, it } from "vitest";
import { changeMaya, maya, mayaMoves, mayaWantsAddress, noticesOf, toldOf } from "../../testing/house.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { mayaHasTheSeat, scenario } from "./follow-status-change.scenario.ts";

const functionId = "follow-status-change";

const inAYear = "2100-01-01T00:00:00Z";

async function answersOf({ tenOcean }: TestBench) {
  const answers = await tenOcean.rsvps.list({ eventId: "evt_1" });
  return Object.fromEntries(answers.map(({ userId, response, seated }) => [userId, [response, seated]]));
}

it.each(["alumni", "suspended"] as const)(
  "takes access, answers and open requests from somebody who is %s, and tells them",
  async (standing) => {
    const bench = await startTestBench();
    const { sessions, tenOcean } = bench;
    const token = await sessions.open(`ten-ocean:${maya.userId}`, inAYear);
    const others = await sessions.open(maya.userId, inAYear);
    await mayaMoves(bench, "unit_2A");
    await mayaWantsAddress(bench, "maya.new@example.com");
    await mayaHasTheSeat(bench);
    await changeMaya(bench, standing);
    await bench.settle();

    expect(await sessions.use(token)).toBeUndefined();
    expect(await sessions.use(others)).toBeDefined();
    expect(await answersOf(bench)).toEqual({ user_maya: ["declined", false], user_suresh: ["going", true] });
    expect(bench.engine.events({ name: "event/rsvp.changed" }).map(({ data }) => data)).toMatchObject([
      { eventId: "evt_1", userId: maya.userId, response: "declined", seats: 0 },
      { eventId: "evt_1", userId: "user_suresh", response: "going", cause: "moved-up" },
    ]);
    expect(await tenOcean.verifications.get(maya.userId)).toMatchObject({ status: "withdrawn" });
    expect(await tenOcean.emailChanges.get(maya.userId)).toBeUndefined();
    const notices = noticesOf(bench.engine).filter(({ template }) => template === "access-withdrawn");
    expect(notices).toMatchObject([{ userIds: [maya.userId], about: maya.userId, data: { standing } }]);
  },
);

it("leaves answers to what is over alone", async () => {
  const bench = await startTestBench();
  await scenario(bench);
  await bench.pool.query("update ten_ocean.community_events set starts_at = '2026-11-01T18:00:00Z'");
  await bench.settle();
  expect(await answersOf(bench)).toEqual({ user_maya: ["going", true], user_suresh: ["going", false] });
});

it("tells somebody who is a resident again; later sessions stay", async () => {
  const bench = await startTestBench();
  await changeMaya(bench, "suspended");
  await bench.settle();
  await changeMaya(bench, "resident");
  const token = await bench.sessions.open(`ten-ocean:${maya.userId}`, inAYear);
  await bench.settle();
  expect(toldOf(bench)).toEqual(["access-withdrawn to user_maya", "access-restored to user_maya"]);
  expect(await bench.sessions.use(token)).toBeDefined();
});

it("follows the last of two changes that were made at once", async () => {
  const bench = await startTestBench();
  await changeMaya(bench, "suspended");
  await changeMaya(bench, "resident");
  await bench.settle();
  expect(toldOf(bench)).toEqual(["access-restored to user_maya"]);
  expect(bench.engine.runs({ functionId }).map(({ output }) => output)).toEqual([
    { followed: false },
    { followed: true },
  ]);
});
