import { expect, it } from "vitest";
import { answer, changeEvent, noticesOf, planEvent } from "../../testing/community.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "plan-event-reminders";

/** Which reminders there were, and when. */
const reminders = ({ engine }: TestBench) =>
  engine
    .events({ name: "event/reminder" })
    .map(({ data, ts }) => `${Object(data).before} ${new Date(Number(ts)).toISOString().slice(0, 16)}`);

/** An event with one guest. */
async function planned(startsAt: string): Promise<TestBench> {
  const bench = await startTestBench();
  await planEvent(bench, { startsAt });
  await answer(bench, "user_maya", "going", { silently: true });
  await bench.settle();
  return bench;
}

async function pass(bench: TestBench, time: `${number}${"d" | "h"}`): Promise<void> {
  await bench.engine.advance(time);
  await bench.settle();
}

it("reminds a day and an hour before the start, once each, of what the store says then", async () => {
  const bench = await planned("2026-11-10T23:00:00.000Z");
  await bench.tenOcean.communityEvents.update("evt_party", { location: "The lobby" }, { emit: [] });
  await pass(bench, "10d");
  expect(reminders(bench)).toEqual(["1d 2026-11-09T23:00", "1h 2026-11-10T22:00"]);
  expect(noticesOf(bench, "event-reminder")).toMatchObject([
    { userIds: ["user_maya"], data: { location: "The lobby" } },
    { userIds: ["user_maya"], data: { location: "The lobby" } },
  ]);
  expect(bench.engine.run(functionId)).toHaveCompleted();
});

it.each([
  ["a day and a minute ahead", "2026-11-03T04:31:00.000Z", ["1d 2026-11-02T04:31", "1h 2026-11-03T03:31"]],
  ["exactly a day ahead", "2026-11-03T04:30:00.000Z", ["1h 2026-11-03T03:30"]],
  ["two hours ahead", "2026-11-02T06:30:00.000Z", ["1h 2026-11-02T05:30"]],
  ["half an hour ahead", "2026-11-02T05:00:00.000Z", []],
])("planned %s it gets the reminders that still make sense", async (_when, startsAt, expected) => {
  const bench = await planned(startsAt);
  await pass(bench, "2d");
  expect(reminders(bench)).toEqual(expected);
});

it("a reminder moves later with its event, after it was scheduled", async () => {
  const bench = await planned("2026-11-10T23:00:00.000Z");
  await pass(bench, "7d");
  await changeEvent(bench, { startsAt: "2026-11-14T23:00:00.000Z" });
  await bench.settle();
  await pass(bench, "7d");
  expect(reminders(bench)).toEqual(["1d 2026-11-13T23:00", "1h 2026-11-14T22:00"]);
});

it("a reminder moves earlier with its event, after it was scheduled", async () => {
  const bench = await planned("2026-11-10T23:00:00.000Z");
  await pass(bench, "1d");
  await changeEvent(bench, { startsAt: "2026-11-05T23:00:00.000Z" });
  await bench.settle();
  await pass(bench, "10d");
  expect(reminders(bench)).toEqual(["1d 2026-11-04T23:00", "1h 2026-11-05T22:00"]);
});

it("moved after its first reminder it reminds of the new start with both", async () => {
  const bench = await planned("2026-11-05T23:00:00.000Z");
  await pass(bench, "3d");
  await changeEvent(bench, { startsAt: "2026-11-08T23:00:00.000Z" });
  await bench.settle();
  await pass(bench, "5d");
  expect(reminders(bench)).toEqual(["1d 2026-11-04T23:00", "1d 2026-11-07T23:00", "1h 2026-11-08T22:00"]);
});

it("moved away and back again it reminds once", async () => {
  const start = "2026-11-10T23:00:00.000Z";
  const bench = await planned(start);
  await changeEvent(bench, { startsAt: "2026-11-12T23:00:00.000Z" });
  await changeEvent(bench, { startsAt: start });
  await bench.settle();
  await pass(bench, "12d");
  expect(bench.engine.runs({ functionId })).toHaveLength(3);
  expect(noticesOf(bench, "event-reminder")).toHaveLength(2);
});

it("called off in between it reminds no more", async () => {
  const bench = await planned("2026-11-05T23:00:00.000Z");
  await pass(bench, "3d");
  await changeEvent(bench, { status: "cancelled" });
  await bench.settle();
  await pass(bench, "5d");
  expect(reminders(bench)).toEqual(["1d 2026-11-04T23:00"]);
  expect(bench.engine.runs({ functionId, status: "Running" })).toEqual([]);
});

it("a change that leaves the start as it is plans nothing", async () => {
  const bench = await planned("2026-11-05T23:00:00.000Z");
  await changeEvent(bench, { title: "Garden party" });
  await bench.settle();
  await pass(bench, "5d");
  expect(reminders(bench)).toEqual(["1d 2026-11-04T23:00", "1h 2026-11-05T22:00"]);
});

it("a day before is 24 hours, also over the night in which summer time begins", async () => {
  // 10:00 on March 14 2027 in the building; the day before at that hour is 9:00 by the clock of then.
  const bench = await startTestBench({ schedulesOf: [] });
  await bench.engine.advance("131d");
  await planEvent(bench, { startsAt: "2027-03-14T14:00:00.000Z" });
  await answer(bench, "user_maya", "going", { silently: true });
  await bench.settle();
  await pass(bench, "3d");
  expect(reminders(bench)).toEqual(["1d 2027-03-13T14:00", "1h 2027-03-14T13:00"]);
});

it("fails for good for an event that does not exist", async () => {
  const bench = await startTestBench();
  const data = { eventId: "evt_none", createdBy: "admin_001", startsAt: "2026-11-05T23:00:00.000Z" };
  await bench.engine.send({ name: "event/created", data });
  await pass(bench, "3d");
  expect(bench.engine.run(functionId)).toHaveFailed(/evt_none does not exist/);
});
