import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { eventId } from "./fields.ts";

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
});
