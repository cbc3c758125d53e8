import { expect, it } from "vitest";
import { admin, captain, inHours, neighbour, partyEntries } from "../../testing/community.ts";
import { testStores } from "../../testing/test-stores.ts";
import { fromBuildingTime } from "../building-time.ts";
import { createEvent, newEventId } from "./create-event.ts";

const stores = await testStores();
const { communityEvents } = stores.tenOcean;
const create = createEvent({ communityEvents });
const lateEmitted = async (before: number) => (await stores.emittedEvents()).slice(before);

it("an admin or a captain plans an event once, however often the form comes", async () => {
  const before = (await stores.emittedEvents()).length;
  for (const organizer of [admin, captain]) {
    const entries = { ...partyEntries(), eventId: newEventId() };
    const { eventId } = entries;
    expect(await create({ ...entries, organizer })).toEqual({ ok: true, eventId });
    expect(await create({ ...entries, organizer })).toEqual({ ok: true, eventId });
    expect(await communityEvents.get(eventId)).toMatchObject({
      title: "Roof party",
      startsAt: fromBuildingTime(entries.startsAt),
      endsAt: fromBuildingTime(entries.endsAt),
      capacity: 3,
      createdBy: organizer.id,
    });
  }
  expect(await lateEmitted(before)).toMatchObject([
    { name: "event/created", data: { createdBy: "admin_001" } },
    { name: "event/created", data: { createdBy: "admin_002" } },
  ]);
});

it("an end and a limit may be left out; what a person types is tidied, and script stays text", async () => {
  const eventId = newEventId();
  const title = "  <script>alert(1)</script>   🎉 ";
  const description = "Line one\r\n\r\nLine two\r\n";
  const entries = { ...partyEntries(), eventId, title, description, endsAt: "", capacity: " " };
  expect(await create({ ...entries, organizer: admin })).toMatchObject({ ok: true });
  expect(await communityEvents.get(eventId)).toMatchObject({
    title: "<script>alert(1)</script> 🎉",
    description: "Line one\n\nLine two",
    endsAt: undefined,
    capacity: undefined,
  });
});

const half = "🎉".slice(0, 1);

it.each([
  ["no title", { title: " " }, { title: "Enter a title." }],
  ["a title that is too long", { title: "x".repeat(121) }, { title: "Shorten it to 120 characters." }],
  ["half an emoji in the title", { title: `Party ${half}` }, { title: /cannot be read/ }],
  ["half an emoji in the description", { description: `${half} Party` }, { description: /cannot be read/ }],
  ["what a browser sends for one", { title: "Party \uFFFD" }, { title: /cannot be read/ }],
  ["a zero byte", { location: "The\0roof" }, { location: /cannot be read/ }],
  ["no description", { description: "\n" }, { description: "Enter a few words on what it is." }],
  [
    "a description of 1 MB",
    { description: "x".repeat(1_000_000) },
    { description: "Shorten it to 4,000 characters." },
  ],
  ["no place", { location: "" }, { location: "Enter where it is." }],
  ["no start", { startsAt: "" }, { startsAt: "Enter the date and the time." }],
  [
    "an hour that the clock skips",
    { startsAt: "2027-03-14T02:30" },
    { startsAt: /that exist.*skips an hour/ },
  ],
  ["a day that does not exist", { endsAt: "2027-02-30T10:00" }, { endsAt: /that exist/ }],
  ["an end before the start", { endsAt: inHours(47) }, { endsAt: "It has to end after it starts." }],
  ["an end at the start", { endsAt: partyEntries().startsAt }, { endsAt: "It has to end after it starts." }],
  ["no seats", { capacity: "0" }, { capacity: /at least one seat/ }],
  ["half a seat", { capacity: "2.5" }, { capacity: /whole number/ }],
  ["too many seats", { capacity: "501" }, { capacity: /at most 500 seats/ }],
  ["a start that has passed", { startsAt: inHours(-1) }, { startsAt: /has passed/ }],
  ["a start in ten years", { startsAt: "2036-11-20T18:00", endsAt: "" }, { startsAt: /Check the year/ }],
])("%s is refused at its entry, and nothing is written", async (_what, changes, fields) => {
  const before = (await stores.emittedEvents()).length;
  const eventId = newEventId();
  const outcome = await create({ ...partyEntries(), ...changes, eventId, organizer: admin });
  const expected = Object.entries(fields).map(([field, message]) => [field, expect.stringMatching(message)]);
  expect(outcome).toMatchObject({ ok: false, fields: Object.fromEntries(expected) });
  expect(await communityEvents.get(eventId)).toBeUndefined();
  expect(await lateEmitted(before)).toEqual([]);
});

it("a resident plans none, and a form whose id was tampered with is damaged", async () => {
  const maya = await neighbour(stores, "maya");
  const entries = { ...partyEntries(), eventId: newEventId() };
  expect(await create({ ...entries, organizer: maya })).toMatchObject({ ok: false, code: "not-allowed" });
  expect(await create({ ...entries, eventId: "evt_<script>", organizer: admin })).toMatchObject({
    code: "damaged",
  });
  expect(await communityEvents.get(entries.eventId)).toBeUndefined();
});
