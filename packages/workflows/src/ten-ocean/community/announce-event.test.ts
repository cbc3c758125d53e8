import { demoResidents } from "@org/stores/demo-data/ten-ocean";
import { expect, it } from "vitest";
import { changeEvent, noticesOf, party, planEvent } from "../../testing/community.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const functionId = "announce-event";

it("invites every resident, and nobody who is not one", async () => {
  const bench = await startTestBench();
  const { residents } = bench.tenOcean;
  await residents.changeStanding("user_amina", "alumni", { emit: [] });
  const newcomer = { userId: "user_new", firstName: "Noor", lastName: "", email: "noor@example.com" };
  await residents.register(newcomer, { emit: [] });
  await planEvent(bench, { capacity: 12, endsAt: "2026-11-11T02:00:00.000Z" });
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  const living = demoResidents.map(({ userId }) => userId).filter((userId) => userId !== "user_amina");
  expect(noticesOf(bench)).toMatchObject([
    {
      template: "event-invitation",
      notificationId: "event-invitation:evt_party",
      userIds: living.toSorted(),
      about: "evt_party",
      expiresAt: party.startsAt,
      data: { title: "Roof party", location: "The roof", capacity: 12, description: "Bring a dish." },
    },
  ]);
});

it("asks for more than one page of residents", async () => {
  const bench = await startTestBench();
  const { residents } = bench.tenOcean;
  for (let n = 0; n < 520; n += 1) {
    const userId = `user_n${n}`;
    const email = `n${n}@example.com`;
    await residents.register({ userId, email, firstName: "N", lastName: "" }, { emit: [] });
    await residents.changeStanding(userId, "resident", { emit: [] });
  }
  await planEvent(bench);
  await bench.settle();
  const notices = noticesOf(bench);
  expect(notices.map(({ userIds }) => userIds.length)).toEqual([500, 20 + demoResidents.length]);
  expect(new Set(notices.flatMap(({ userIds }) => userIds)).size).toBe(520 + demoResidents.length);
});

it("invites nobody to what was called off before anybody heard of it", async () => {
  const bench = await startTestBench();
  const { eventId, createdBy, startsAt } = await planEvent(bench, {}, { silently: true });
  await changeEvent(bench, { status: "cancelled" }, { silently: true });
  await bench.engine.send({ name: "event/created", data: { eventId, createdBy, startsAt } });
  await bench.settle();
  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(noticesOf(bench)).toEqual([]);
});

it("a long description is begun in the message, and no emoji is cut in half", async () => {
  const bench = await startTestBench();
  await planEvent(bench, { title: "<script>alert(1)</script>", description: "🎉".repeat(2_000) });
  await bench.settle();
  const [{ data } = { data: {} }] = noticesOf(bench, "event-invitation");
  expect(data).toMatchObject({ description: `${"🎉".repeat(299)}…`, title: "<script>alert(1)</script>" });
});

it("fails for good for an event that does not exist", async () => {
  const bench = await startTestBench();
  const { eventId, createdBy, startsAt } = party;
  await bench.engine.send({ name: "event/created", data: { eventId, createdBy, startsAt } });
  await bench.engine.runUntilIdle();
  expect(bench.engine.run(functionId)).toHaveFailed(/evt_party does not exist/);
});
