import type { Attendee, CommunityEvent, OwnRsvp } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { answerMark, answerSentence, eventStateOf, guestsOf, seatsText } from "./event-view.ts";

const event: CommunityEvent = {
  eventId: "evt_1",
  title: "Roof party",
  description: "Bring a dish.",
  location: "The roof",
  startsAt: "2026-11-20T23:00:00.000Z",
  createdBy: "admin_001",
  status: "scheduled",
  revision: 0,
  createdAt: "2026-11-01T00:00:00.000Z",
  updatedAt: "2026-11-01T00:00:00.000Z",
};

it.each([
  ["2026-11-20T22:59:00.000Z", {}, "open"],
  ["2026-11-20T23:00:00.000Z", {}, "begun"],
  ["2026-11-21T01:59:00.000Z", {}, "begun"],
  ["2026-11-21T02:00:00.000Z", {}, "over"],
  ["2026-11-21T02:00:00.000Z", { endsAt: "2026-11-21T03:00:00.000Z" }, "begun"],
  ["2026-11-20T23:30:00.000Z", { endsAt: "2026-11-20T23:30:00.000Z" }, "over"],
  ["2026-11-20T22:00:00.000Z", { status: "cancelled" }, "cancelled"],
] as const)("at %s an event with %j is as the lists have it", (at, changes, state) => {
  expect(eventStateOf({ ...event, ...changes }, new Date(at).getTime())).toBe(state);
});

it.each([
  [undefined, 0, 0, "Nobody yet"],
  [undefined, 4, 0, "4 coming"],
  [20, 5, 0, "5 of 20 seats taken"],
  [1, 0, 0, "0 of 1 seat taken"],
  [20, 20, 0, "Full"],
  [20, 18, 3, "Full, 3 waiting"],
])("%s seats, %i taken, %i waiting: %s", (capacity, seatsTaken, waiting, text) => {
  expect(seatsText({ ...(capacity !== undefined && { capacity }) }, { seatsTaken, waiting })).toBe(text);
});

const rsvp: OwnRsvp = {
  eventId: "evt_1",
  userId: "user_1",
  response: "going",
  seats: 1,
  seated: true,
  answeredAt: event.createdAt,
  revision: 1,
};

it.each([
  [undefined, undefined, /not answered/],
  [rsvp, "You are going", /^You are going\.$/],
  [{ ...rsvp, seats: 3 }, "You are going", /^You are going with 2 guests\.$/],
  [{ ...rsvp, seated: false, place: 4 }, "You are on the waiting list", /number 4 on the waiting list\./],
  [{ ...rsvp, seats: 2, seated: false, place: 1 }, "You are on the waiting list", /list with 1 guest\./],
  [{ ...rsvp, response: "maybe" as const, seats: 0, seated: false }, "You may come", /may come/],
  [{ ...rsvp, response: "declined" as const, seats: 0, seated: false }, "You are not coming", /not coming/],
])("an answer is said to who gave it (%#)", (answer, mark, sentence) => {
  expect(answerMark(answer)).toBe(mark);
  expect(answerSentence(answer)).toMatch(sentence);
});

it("who comes is named with their company, and apart from who waits", () => {
  const attendee: Attendee = { ...rsvp, firstName: "Maya", lastName: "Fernandes" };
  const attendance: Attendee[] = [
    { ...attendee, seats: 3 },
    { ...attendee, firstName: "Amina", lastName: "" },
    { ...attendee, firstName: "", lastName: "" },
    { ...attendee, firstName: "Suresh", lastName: "", seated: false },
    { ...attendee, firstName: "Chloé", lastName: "", response: "maybe", seats: 0, seated: false },
    { ...attendee, firstName: "Tomasz", lastName: "", response: "declined", seats: 0, seated: false },
  ];
  expect(guestsOf(attendance)).toEqual({
    going: ["Maya Fernandes and 2 guests", "Amina", "A former resident"],
    waiting: ["Suresh"],
    maybe: ["Chloé"],
  });
});
