import { expect, it } from "vitest";
import { admin, captain, inHours, neighbour, partyEntries } from "../../testing/community.ts";
import { testStores } from "../../testing/test-stores.ts";
import { fromBuildingTime } from "../building-time.ts";
import { answerEvent } from "./answer-event.ts";
import { cancelEvent } from "./cancel-event.ts";
import { createEvent, newEventId } from "./create-event.ts";

const stores = await testStores();
const { communityEvents, residents, rsvps } = stores.tenOcean;
const answer = answerEvent({ rsvps });
const [maya, suresh] = [await neighbour(stores, "maya"), await neighbour(stores, "suresh")];

async function planned(changes: { capacity?: string } = {}) {
  const eventId = newEventId();
  await createEvent({ communityEvents })({ ...partyEntries(), ...changes, eventId, organizer: admin });
  const before = (await stores.emittedEvents()).length;
  return { eventId, emitted: async () => (await stores.emittedEvents()).slice(before) };
}

it("a resident takes seats with guests, and gives them back to who waits", async () => {
  const { eventId, emitted } = await planned();
  const going = { eventId, response: "going", guests: "2" };
  expect(await answer({ ...going, member: maya })).toMatchObject({
    ok: true,
    rsvp: { seats: 3, seated: true },
  });
  expect(await answer({ ...going, member: maya })).toMatchObject({ ok: true });
  const waiting = await answer({ ...going, member: suresh, guests: "0" });
  expect(waiting).toMatchObject({ ok: true, rsvp: { seats: 1, seated: false } });
  const declined = await answer({ eventId, response: "declined", guests: "", member: maya });
  expect(declined).toMatchObject({ ok: true, rsvp: { response: "declined", seats: 0 } });
  expect(await emitted()).toMatchObject([
    { data: { userId: maya.id, response: "going", seats: 3, seated: true, cause: "answered" } },
    { data: { userId: suresh.id, response: "going", seats: 1, seated: false, cause: "answered" } },
    { data: { userId: maya.id, response: "declined", seats: 0, cause: "answered" } },
    { data: { userId: suresh.id, seated: true, cause: "moved-up" } },
  ]);
});

it("maybe takes no seat, whatever the form says of guests", async () => {
  const { eventId } = await planned();
  expect(await answer({ eventId, response: "maybe", guests: "many", member: maya })).toMatchObject({
    ok: true,
    rsvp: { response: "maybe", seats: 0 },
  });
});

it.each([
  ["ten guests", { guests: "10" }, { guests: /from 0 to 9/ }],
  ["a guest less than none", { guests: "-1" }, { guests: /from 0 to 9/ }],
  ["half a guest", { guests: "1.5" }, { guests: /from 0 to 9/ }],
  ["no number", { guests: "" }, { guests: /from 0 to 9/ }],
  ["a guest list of 1 MB", { guests: "9".repeat(1_000_000) }, { guests: /from 0 to 9/ }],
  ["no answer", { response: "" }, { response: "Choose one of the answers." }],
  ["another answer", { response: "perhaps" }, { response: "Choose one of the answers." }],
])("%s is refused at its entry", async (_what, changes, fields) => {
  const { eventId, emitted } = await planned();
  const outcome = await answer({ eventId, response: "going", guests: "0", ...changes, member: maya });
  const expected = Object.entries(fields).map(([field, message]) => [field, expect.stringMatching(message)]);
  expect(outcome).toMatchObject({ ok: false, code: "invalid", fields: Object.fromEntries(expected) });
  expect(await rsvps.list({ eventId })).toEqual([]);
  expect(await emitted()).toEqual([]);
});

it("what was called off, has begun or does not exist takes no answer", async () => {
  const { eventId: off } = await planned();
  await cancelEvent({ communityEvents })({ eventId: off, reason: "", organizer: admin });
  const begun = newEventId();
  const { title, description, location } = partyEntries();
  const startsAt = fromBuildingTime(inHours(-1)) ?? "";
  await communityEvents.create(
    { eventId: begun, title, description, location, startsAt, createdBy: admin.id },
    { emit: [] },
  );
  const going = { response: "going", guests: "0", member: maya };
  for (const [eventId, code] of [
    [off, "cancelled"],
    [begun, "begun"],
    [newEventId(), "unknown-event"],
    ["evt_<script>", "damaged"],
  ] as const) {
    expect(await answer({ ...going, eventId })).toMatchObject({ ok: false, code });
    expect(await rsvps.list({ eventId })).toEqual([]);
  }
});

it("only who lives in the house answers", async () => {
  const { eventId, emitted } = await planned();
  const going = { eventId, response: "going", guests: "0" };
  const gone = await neighbour(stores, "gone");
  await residents.changeStanding(gone.id, "alumni", { emit: [] });
  const nobody = { ...gone, id: "user_nobody" };
  for (const member of [admin, captain, gone, nobody]) {
    expect(await answer({ ...going, member })).toMatchObject({ ok: false, code: "not-resident" });
  }
  expect(await emitted()).toEqual([]);
});

it("of two who answer at once for one seat one gets it, and each hears what is theirs", async () => {
  const { eventId } = await planned({ capacity: "1" });
  const going = { eventId, response: "going", guests: "0" };
  const outcomes = await Promise.all([maya, suresh].map((member) => answer({ ...going, member })));
  const seated = outcomes.map((outcome) => outcome.ok && outcome.rsvp.seated);
  expect(seated.toSorted()).toEqual([false, true]);
});
