import type { EventToSend } from "@org/events";
import { expect, it } from "vitest";
import { answer, changeEvent, noticesOf, planEvent, sendHeld } from "../../testing/community.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "tell-event-change";
const moved = "2026-11-11T23:00:00.000Z";

async function answered(): Promise<TestBench> {
  const bench = await startTestBench();
  await planEvent(bench, { capacity: 1, endsAt: "2026-11-11T02:00:00.000Z" }, { silently: true });
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

it("tells who is coming, waits or may come what is new and what it was", async () => {
  const bench = await answered();
  await changeEvent(bench, { startsAt: moved, endsAt: null, location: "The lobby", title: "Lobby party" });
  await bench.settle();
  const [notice] = noticesOf(bench);
  expect(noticesOf(bench)).toHaveLength(1);
  expect(notice).toMatchObject({
    template: "event-change",
    notificationId: "event-change:evt_party:1",
    userIds: ["user_maya", "user_suresh", "user_chloe"],
    expiresAt: moved,
  });
  expect(notice?.data).toEqual({
    eventId: "evt_party",
    title: "Lobby party",
    location: "The lobby",
    startsAt: moved,
    previousTitle: "Roof party",
    previousLocation: "The roof",
    previousStartsAt: "2026-11-10T23:00:00.000Z",
    previousEndsAt: "2026-11-11T02:00:00.000Z",
  });
});

it("two changes in a row are told each with what it changed", async () => {
  const bench = await answered();
  await changeEvent(bench, { location: "The lobby" });
  await changeEvent(bench, { location: "The garden" });
  await bench.settle();
  const places = noticesOf(bench).map(({ data }) => [data.previousLocation, data.location]);
  expect(places.toSorted()).toEqual([
    ["The lobby", "The garden"],
    ["The roof", "The lobby"],
  ]);
});

it("a corrected description or another number of seats is no news to guests", async () => {
  const bench = await answered();
  await changeEvent(bench, { description: "Bring a dish, please.", capacity: 20 });
  await bench.settle();
  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(noticesOf(bench).map(({ template, userIds }) => [template, ...userIds])).toEqual([
    ["event-answer", "user_suresh"],
  ]);
});

it("tells that an event was called off, and why; a change just before is not told any more", async () => {
  const bench = await answered();
  const held: EventToSend[] = [];
  await changeEvent(bench, { location: "The lobby" }, { held });
  await changeEvent(bench, { status: "cancelled", cancelReason: "Rain." }, { held });
  await sendHeld(bench, held);
  await bench.settle();
  const [notice] = noticesOf(bench);
  expect(noticesOf(bench)).toHaveLength(1);
  expect(notice).toMatchObject({
    template: "event-cancellation",
    userIds: ["user_maya", "user_suresh", "user_chloe"],
    data: { reason: "Rain.", location: "The lobby" },
  });
  expect(notice).not.toHaveProperty("expiresAt");
});

it("says nothing where nobody answered, and fails for good for a change that is not known", async () => {
  const bench = await startTestBench();
  await planEvent(bench, {}, { silently: true });
  await changeEvent(bench, { location: "The lobby" });
  await bench.settle();
  expect(noticesOf(bench)).toEqual([]);
  const data = { eventId: "evt_party", changed: ["title"], revision: 9 };
  await bench.engine.send({ name: "event/updated", data });
  expect(bench.engine.runs({ functionId }).at(-1)?.status).toBe("Failed");
});
