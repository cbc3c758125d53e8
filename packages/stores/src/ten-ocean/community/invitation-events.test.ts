import { expect, it } from "vitest";
import type { CommunityEvent, Rsvp } from "../port.ts";
import { party } from "./contract.ts";
import { communityEventEvents, rsvpEvents } from "./invitation-events.ts";

const at = "2026-11-10T00:00:00.000Z";
const before: CommunityEvent = { ...party, status: "scheduled", revision: 2, createdAt: at, updatedAt: at };
const rsvp: Rsvp = {
  eventId: "evt_1",
  userId: "user_1",
  response: "declined",
  seats: 0,
  seated: false,
  answeredAt: at,
  revision: 4,
};
const movedUp: Rsvp = { ...rsvp, userId: "user_2", response: "going", seats: 2, seated: true, revision: 2 };

const shown = (events: { name: string; data?: unknown }[]) => events.map(({ name, data }) => [name, data]);

it("an answer tells of itself, and of everyone whose seats it set free", () => {
  expect(shown(rsvpEvents({ event: before, rsvp, promoted: [movedUp] }))).toMatchObject([
    ["event/rsvp.changed", { userId: "user_1", response: "declined", revision: 4, cause: "answered" }],
    ["event/rsvp.changed", { userId: "user_2", seats: 2, seated: true, revision: 2, cause: "moved-up" }],
  ]);
  expect(shown(rsvpEvents({ event: before, rsvp, promoted: [] }, "withdrawn"))).toMatchObject([
    ["event/rsvp.changed", { cause: "withdrawn" }],
  ]);
});

it.each([
  [{ title: "Garden party" }, ["title"], {}],
  [{ startsAt: "2026-11-21T18:00:00.000Z" }, ["time"], { startsAt: "2026-11-21T18:00:00.000Z" }],
  [{ endsAt: "2026-11-20T22:00:00.000Z" }, ["time"], { startsAt: party.startsAt }],
  [{ status: "cancelled" as const }, ["status"], { status: "cancelled" }],
  [
    { description: "Bring two.", capacity: undefined, location: "The lobby" },
    ["description", "location", "capacity"],
    {},
  ],
])("a change to %j tells of %j", (changes, changed, more) => {
  const after = { ...before, ...changes, revision: 3 };
  const events = communityEventEvents({ before, after, seatsTaken: 3, promoted: [movedUp] });
  expect(shown(events)).toMatchObject([
    ["event/updated", { eventId: "evt_1", changed, revision: 3, ...more }],
    ["event/rsvp.changed", { userId: "user_2", cause: "moved-up" }],
  ]);
});
