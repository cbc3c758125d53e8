import type { EventToSend } from "@org/events";
import { expect, it } from "vitest";
import { answer, changeEvent, noticesOf, planEvent, sendHeld } from "../../testing/community.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const told = (bench: TestBench) =>
  noticesOf(bench, "event-answer").map(({ userIds, data }) => [...userIds, data.outcome].join(" "));

it("confirms each answer to who gave it, with the place of who waits", async () => {
  const bench = await startTestBench();
  await planEvent(bench, { capacity: 2 }, { silently: true });
  await answer(bench, "user_maya", "going", { seats: 2 });
  for (const userId of ["user_suresh", "user_chloe"]) await answer(bench, userId, "going");
  await answer(bench, "user_tomasz", "maybe");
  await answer(bench, "user_amina", "declined");
  await bench.settle();

  expect(told(bench).toSorted()).toEqual([
    "user_amina declined",
    "user_chloe waiting",
    "user_maya seated",
    "user_suresh waiting",
    "user_tomasz maybe",
  ]);
  const places = noticesOf(bench).map(({ userIds: [userId], data }) => [userId, data.seats, data.place]);
  expect(places).toEqual(
    expect.arrayContaining([
      ["user_maya", 2, undefined],
      ["user_suresh", 1, 1],
      ["user_chloe", 1, 2],
    ]),
  );
});

it("tells whoever moves up, once, in the order of the list", async () => {
  const bench = await startTestBench();
  await planEvent(bench, { capacity: 1 }, { silently: true });
  for (const userId of ["user_maya", "user_suresh", "user_chloe"]) await answer(bench, userId, "going");
  await bench.settle();
  await answer(bench, "user_maya", "declined");
  await bench.settle();
  await changeEvent(bench, { capacity: 2 });
  await bench.settle();

  expect(told(bench).slice(3)).toEqual(["user_maya declined", "user_suresh moved-up", "user_chloe moved-up"]);
});

it("of answers in quick succession the last is confirmed, and nobody who moved up and left again is promised a seat", async () => {
  const bench = await startTestBench();
  await planEvent(bench, { capacity: 1 }, { silently: true });
  for (const userId of ["user_maya", "user_suresh", "user_chloe"]) {
    await answer(bench, userId, "going", { silently: true });
  }
  // All of it before the first workflow runs.
  const held: EventToSend[] = [];
  await answer(bench, "user_maya", "declined", { held });
  await answer(bench, "user_maya", "going", { held });
  await answer(bench, "user_suresh", "declined", { held });
  await sendHeld(bench, held);
  await bench.settle();

  expect(told(bench).toSorted()).toEqual([
    "user_chloe moved-up",
    "user_maya waiting",
    "user_suresh declined",
  ]);
});

it("says nothing once the event was called off or has begun, or when the member left the house", async () => {
  const bench = await startTestBench();
  await planEvent(bench, {}, { silently: true });
  const held: EventToSend[] = [];
  await answer(bench, "user_maya", "going", { held });
  await changeEvent(bench, { status: "cancelled" }, { silently: true });
  await sendHeld(bench, held);
  const past = { eventId: "evt_past", startsAt: "2026-11-02T04:00:00.000Z" };
  await planEvent(bench, past, { silently: true });
  const late = { eventId: "evt_past", userId: "user_maya", response: "maybe" } as const;
  await bench.tenOcean.rsvps.answer(late, { emit: [] });
  await bench.engine.send({ name: "event/rsvp.changed", data: { ...late, seats: 0 } });
  await bench.engine.send({
    name: "event/rsvp.changed",
    data: { ...late, eventId: "evt_party", seats: 0, cause: "withdrawn" },
  });
  await bench.settle();
  expect(told(bench)).toEqual([]);
  expect(bench.engine.runs({ functionId: "confirm-answer", status: "Completed" })).toHaveLength(3);
});

it("an event from before answers were counted is confirmed as the store has it", async () => {
  const bench = await startTestBench();
  await planEvent(bench, {}, { silently: true });
  await answer(bench, "user_maya", "going", { seats: 3, silently: true });
  const data = { eventId: "evt_party", userId: "user_maya", response: "going", seats: 3 };
  await bench.engine.send({ name: "event/rsvp.changed", data });
  await bench.settle();
  expect(told(bench)).toEqual(["user_maya seated"]);
});

it("two hundred answers to the last seat: one is told that it is theirs, and all others their place", async () => {
  const bench = await startTestBench();
  const { residents } = bench.tenOcean;
  await planEvent(bench, { capacity: 1 }, { silently: true });
  const members = Array.from({ length: 200 }, (_, n) => `user_n${n}`);
  for (const userId of members) {
    const email = `${userId.slice(5)}@example.com`;
    await residents.register({ userId, email, firstName: "N", lastName: "" }, { emit: [] });
    await residents.changeStanding(userId, "resident", { emit: [] });
  }
  await Promise.all(members.map((userId) => answer(bench, userId, "going")));
  await bench.settle();
  const notices = noticesOf(bench, "event-answer");
  expect(new Set(notices.flatMap(({ userIds }) => userIds)).size).toBe(200);
  expect(notices).toHaveLength(200);
  expect(notices.filter(({ data }) => data.outcome === "seated")).toHaveLength(1);
  const places = notices.flatMap(({ data }) => (data.outcome === "waiting" ? [Number(data.place)] : []));
  expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 199 }, (_, n) => n + 1));
}, 120_000);
