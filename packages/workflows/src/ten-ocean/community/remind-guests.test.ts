import { expect, it } from "vitest";
import { answer, noticesOf, party, planEvent } from "../../testing/community.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const { eventId, startsAt } = party;

async function remind(bench: TestBench, changes: object = {}): Promise<void> {
  await bench.engine.send({ name: "event/reminder", data: { eventId, startsAt, before: "1h", ...changes } });
  await bench.settle();
}

async function answered(): Promise<TestBench> {
  const bench = await startTestBench();
  await planEvent(bench, { capacity: 1 }, { silently: true });
  for (const [userId, response] of [
    ["user_maya", "going"],
    ["user_suresh", "going"],
    ["user_chloe", "maybe"],
    ["user_tomasz", "declined"],
  ] as const) {
    await answer(bench, userId, response, { silently: true });
  }
  return bench;
}

it("reminds who has seats and who may come, until the start, and neither who waits nor who declined", async () => {
  const bench = await answered();
  await remind(bench);
  expect(noticesOf(bench)).toMatchObject([
    {
      template: "event-reminder",
      notificationId: "event-reminder:evt_party:2026-11-10T230000.000Z:1h",
      userIds: ["user_maya", "user_chloe"],
      expiresAt: startsAt,
    },
  ]);
});

it("reminds of nothing that was moved, called off or has begun", async () => {
  const bench = await answered();
  await remind(bench, { startsAt: "2026-11-09T23:00:00.000Z" });
  await bench.engine.advance("9d");
  await remind(bench);
  await bench.tenOcean.communityEvents.update(eventId, { status: "cancelled" }, { emit: [] });
  await remind(bench, { before: "2h" });
  expect(bench.engine.runs({ functionId: "remind-guests", status: "Completed" })).toHaveLength(3);
  expect(noticesOf(bench)).toEqual([]);
});

it("fails for good for an event that does not exist", async () => {
  const bench = await startTestBench();
  await remind(bench, { eventId: "evt_none" });
  expect(bench.engine.run("remind-guests")).toHaveFailed(/evt_none does not exist/);
});
