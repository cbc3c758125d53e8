import { demoResidents } from "@org/stores/demo-data/ten-ocean";
import { expect, it } from "vitest";
import { answer, changeEvent, planEvent } from "../../testing/community.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const portal = "https://10ocean.test/ten-ocean/events/evt_party";

/** What a resident was sent, in order. */
const emailsTo = ({ vendors }: TestBench, name: string) =>
  vendors.outbox().filter(({ to }) => to === `${name}@residents.example`);

async function pass(bench: TestBench, time: `${number}${"d" | "h" | "m"}`): Promise<void> {
  await bench.settle();
  await bench.engine.advance(time);
  await bench.settle();
}

it("everyone is invited, reminded and told what changes, in words and by the building's clock", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await planEvent(bench, {
    title: "Roof <b>party</b> 🎉",
    capacity: 1,
    endsAt: "2026-11-11T02:00:00.000Z",
  });
  await pass(bench, "5m");
  for (const { email } of demoResidents) {
    expect(bench.vendors.outbox().filter(({ to }) => to === email)).toMatchObject([
      { subject: "You are invited: Roof <b>party</b> 🎉" },
    ]);
  }
  const [invitation] = emailsTo(bench, "maya");
  expect(invitation?.text).toContain("Tuesday, November 10 at 6:00 PM to 9:00 PM");
  expect(invitation?.text).toContain("There is one seat.");
  expect(invitation?.html).toContain("Roof &lt;b&gt;party&lt;/b&gt;");
  expect(invitation?.html).toContain(`href="${portal}"`);

  await answer(bench, "user_maya", "going");
  await answer(bench, "user_suresh", "going");
  await pass(bench, "5m");
  await answer(bench, "user_maya", "maybe");
  await pass(bench, "5m");
  await changeEvent(bench, { location: "The lobby", startsAt: "2026-11-10T23:30:00.000Z", title: "Party" });
  await pass(bench, "10d");
  expect(emailsTo(bench, "maya").map(({ subject }) => subject)).toEqual([
    "You are invited: Roof <b>party</b> 🎉",
    "You are going: Roof <b>party</b> 🎉",
    "Maybe: Roof <b>party</b> 🎉",
    "Changed: Party",
    "Coming up: Party",
    "Starting soon: Party",
  ]);
  const suresh = emailsTo(bench, "suresh");
  expect(suresh.map(({ subject }) => subject)).toEqual([
    "You are invited: Roof <b>party</b> 🎉",
    "On the waiting list: Roof <b>party</b> 🎉",
    "You have a seat: Roof <b>party</b> 🎉",
    "Changed: Party",
    "Coming up: Party",
    "Starting soon: Party",
  ]);
  expect(suresh[1]?.text).toContain("You are number 1 on the waiting list");
  expect(suresh[1]?.html).not.toContain("calendar.ics");
  expect(suresh[2]?.text).toContain("One seat is yours.");
  expect(suresh[2]?.html).toContain(`href="${portal}/calendar.ics"`);
  const change = suresh[3]?.text?.replaceAll(/\s+/g, " ");
  expect(change).toContain(
    "New time: Tuesday, November 10 at 6:30 PM to 9:00 PM. Before: Tuesday, November 10 at 6:00 PM to 9:00 PM.",
  );
  expect(change).toContain("New place: The lobby. Before: The roof.");
  expect(change).toContain("New title: Party. Before: Roof <b>party</b> 🎉.");
});

it("whoever may come reads why it was called off, and hears of it no more", async () => {
  const bench = await startTestBench();
  await planEvent(bench, {}, { silently: true });
  await answer(bench, "user_maya", "going", { silently: true });
  await answer(bench, "user_suresh", "declined", { silently: true });
  await changeEvent(bench, { status: "cancelled", cancelReason: "Rain.\nWe will try again." });
  await pass(bench, "10d");
  expect(emailsTo(bench, "maya").map(({ subject }) => subject)).toEqual(["Called off: Roof party"]);
  expect(emailsTo(bench, "maya")[0]?.text).toContain("Rain.");
  expect(emailsTo(bench, "suresh")).toEqual([]);
});

it("who wants the house's news in the digest is reminded in time all the same, and who wants none is not", async () => {
  const bench = await startTestBench();
  const { preferences } = bench.tenOcean;
  await preferences.update("user_maya", { kinds: { community: { timing: "digest" } } });
  await preferences.update("user_suresh", { kinds: { community: { email: false, push: false } } });
  await planEvent(bench, {}, { silently: true });
  for (const userId of ["user_maya", "user_suresh"]) await answer(bench, userId, "going", { silently: true });
  const { eventId, startsAt } = (await bench.tenOcean.communityEvents.get("evt_party")) ?? {};
  await bench.engine.send({ name: "event/reminder", data: { eventId, startsAt, before: "1h" } });
  await pass(bench, "5m");
  expect(emailsTo(bench, "maya").map(({ subject }) => subject)).toEqual(["Starting soon: Roof party"]);
  expect(emailsTo(bench, "suresh")).toEqual([]);
});
