import { expect, it } from "vitest";
import { admin, captain, inHours, neighbour, partyEntries } from "../../testing/community.ts";
import { testStores } from "../../testing/test-stores.ts";
import { fromBuildingTime } from "../building-time.ts";
import { answerEvent } from "./answer-event.ts";
import { cancelEvent } from "./cancel-event.ts";
import { createEvent, newEventId } from "./create-event.ts";
import { updateEvent } from "./update-event.ts";

const stores = await testStores();
const { communityEvents, rsvps } = stores.tenOcean;
const update = updateEvent({ communityEvents });
const [maya, suresh] = [await neighbour(stores, "maya"), await neighbour(stores, "suresh")];

/** An event of its own with its form, and what was emitted since. */
async function planned() {
  const form = { ...partyEntries(), eventId: newEventId(), organizer: admin };
  await createEvent({ communityEvents })(form);
  const before = (await stores.emittedEvents()).length;
  return { ...form, emitted: async () => (await stores.emittedEvents()).slice(before) };
}

const going = (eventId: string, member: typeof maya, guests: string) =>
  answerEvent({ rsvps })({ eventId, member, response: "going", guests });

it("a change says what changed, and the same form again changes nothing", async () => {
  const { emitted, ...form } = await planned();
  const { eventId } = form;
  const startsAt = inHours(72);
  const changed = { ...form, organizer: captain, location: "The lobby", startsAt, endsAt: "", seen: "0" };
  expect(await update(changed)).toEqual({ ok: true, eventId, changed: true });
  expect(await update(changed)).toEqual({ ok: true, eventId, changed: false });
  const iso = fromBuildingTime(startsAt);
  expect(await communityEvents.get(eventId)).toMatchObject({ startsAt: iso, endsAt: undefined, revision: 1 });
  expect(await emitted()).toMatchObject([
    { name: "event/updated", data: { changed: ["location", "time"], startsAt: iso, revision: 1 } },
  ]);
});

it("more seats go to who waits, with an event for each; fewer than are taken are refused with their number", async () => {
  const { emitted, ...form } = await planned();
  const { eventId } = form;
  await going(eventId, maya, "2");
  await going(eventId, suresh, "0");
  const answered = (await emitted()).length;
  expect(await update({ ...form, capacity: "2", seen: "0" })).toMatchObject({
    ok: false,
    code: "too-few-seats",
    fields: { capacity: "3 seats are taken already. Enter at least 3." },
  });
  expect((await emitted()).length).toBe(answered);
  expect(await communityEvents.get(eventId)).toMatchObject({ capacity: 3, revision: 0 });
  expect(await update({ ...form, capacity: "", seen: "0" })).toMatchObject({ ok: true, changed: true });
  expect((await emitted()).slice(answered)).toMatchObject([
    { name: "event/updated", data: { changed: ["capacity"] } },
    { name: "event/rsvp.changed", data: { userId: suresh.id, seated: true, cause: "moved-up" } },
  ]);
  expect(await update({ ...form, capacity: "4", seen: "1" })).toMatchObject({ ok: true });
});

it("of two who changed one event the second is told, and overwrites nothing", async () => {
  const { emitted, ...form } = await planned();
  expect(await update({ ...form, title: "Roof dinner", seen: "0" })).toMatchObject({ ok: true });
  const late = await update({ ...form, organizer: captain, location: "The lobby", seen: "0" });
  expect(late).toMatchObject({ ok: false, code: "changed-meanwhile" });
  expect(await communityEvents.get(form.eventId)).toMatchObject({
    title: "Roof dinner",
    location: "The roof",
  });
  expect(await emitted()).toHaveLength(1);
});

it.each([
  ["a start that has passed", { startsAt: inHours(-2), endsAt: "" }, { startsAt: /has passed/ }],
  ["a start in ten years", { startsAt: "2036-11-20T18:00", endsAt: "" }, { startsAt: /Check the year/ }],
  ["an end before the start", { endsAt: inHours(40) }, { endsAt: /has to end after/ }],
  ["half an emoji", { title: "🎉".slice(1) }, { title: /cannot be read/ }],
])("%s is refused at its entry", async (_what, changes, fields) => {
  const { emitted, ...form } = await planned();
  const expected = Object.entries(fields).map(([field, message]) => [field, expect.stringMatching(message)]);
  expect(await update({ ...form, ...changes, seen: "0" })).toMatchObject({
    ok: false,
    fields: Object.fromEntries(expected),
  });
  expect(await emitted()).toEqual([]);
});

it("what has begun, what was called off and what does not exist stays as it is", async () => {
  const begun = { ...partyEntries(), eventId: newEventId(), startsAt: inHours(-1), organizer: admin };
  const startsAt = fromBuildingTime(begun.startsAt) ?? "";
  const { title, description, location, eventId } = begun;
  await communityEvents.create(
    { eventId, title, description, location, startsAt, createdBy: admin.id },
    { emit: [] },
  );
  expect(await update({ ...begun, seen: "0" })).toMatchObject({ ok: false, code: "begun" });
  const { emitted, ...off } = await planned();
  await cancelEvent({ communityEvents })({ eventId: off.eventId, reason: "", organizer: admin });
  const known = (await emitted()).length;
  expect(await update({ ...off, title: "Other", seen: "1" })).toMatchObject({ ok: false, code: "cancelled" });
  const unknown = { ...off, eventId: newEventId(), seen: "0" };
  expect(await update(unknown)).toMatchObject({ ok: false, code: "unknown-event" });
  expect((await emitted()).length).toBe(known);
});

it("a resident changes none", async () => {
  const { emitted, ...form } = await planned();
  expect(await update({ ...form, organizer: maya, title: "Mine", seen: "0" })).toMatchObject({
    ok: false,
    code: "not-allowed",
  });
  expect(await emitted()).toEqual([]);
});
