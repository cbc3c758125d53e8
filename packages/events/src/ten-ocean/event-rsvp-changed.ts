import * as z from "zod";
import { defineEvent } from "../define-event.ts";
import { userId } from "../fields/ids.ts";
import { previousVersion } from "../previous-version.ts";
import { eventId } from "./fields.ts";

/** Knew only yes and no, and counted guests instead of seats. */
const yesOrNo = previousVersion({
  version: "2026-10-01.01",
  sunset: "2027-03-31",
  data: z.object({ eventId, userId, attending: z.boolean(), guests: z.int().min(0).max(9) }),
  upcast: ({ attending, guests, ...answer }) => ({
    ...answer,
    response: attending ? "going" : "declined",
    seats: attending ? 1 + guests : 0,
  }),
});

export const eventRsvpChanged = defineEvent({
  name: "event/rsvp.changed",
  version: "2026-11-01.01",
  category: "community",
  owner: "community",
  kind: "fact",
  summary: "A member answered an invitation, or changed the answer; seats and the waiting list follow.",
  data: z.object({
    eventId,
    userId,
    response: z.enum(["going", "maybe", "declined"]),
    seats: z.int().min(0).max(10).describe("Seats this answer takes, guests included"),
  }),
  examples: [
    { eventId: "evt_31", userId: "user_201", response: "going", seats: 2 },
    { eventId: "evt_31", userId: "user_202", response: "declined", seats: 0 },
  ],
  previous: yesOrNo,
});
