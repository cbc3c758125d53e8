import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { eventId } from "./fields.ts";

export const eventRsvpChanged = defineEvent({
  name: "event/rsvp.changed",
  version: "2026-11-27.01",
  category: "community",
  owner: "community",
  kind: "fact",
  summary:
    "A member's answer to an invitation changed, or seats that they waited for became theirs; the member is told.",
  data: z.object({
    eventId,
    userId,
    /** What they answered. */
    response: z.enum(["going", "maybe", "declined"]),
    seats: z.int().min(0).max(10).describe("Seats this answer takes, guests included"),
    seated: z.boolean().optional().describe("Whether the seats are theirs; false for who waits"),
    revision: z
      .int()
      .min(1)
      .optional()
      .describe("How often the answer, or whether its seats are theirs, was written, this time included"),
    cause: z
      .enum(["answered", "moved-up", "withdrawn"])
      .optional()
      .describe("Whether they answered, got seats that became free, or left the house"),
  }),
  examples: [
    { eventId: "evt_demoRooftop", userId: "user_suresh", response: "going", seats: 2 },
    { eventId: "evt_demoMeeting", userId: "user_tomasz", response: "declined", seats: 0 },
    {
      eventId: "evt_demoRooftop",
      userId: "user_chloe",
      response: "going",
      seats: 1,
      seated: true,
      revision: 2,
      cause: "moved-up",
    },
  ],
});
