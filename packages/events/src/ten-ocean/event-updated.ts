import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { startExactlyWhenChanged, statusExactlyWhenChanged } from "../internal/rules/ten-ocean.ts";
import { timestamp } from "../internal/standard-fields.ts";
import { eventId } from "./fields.ts";

export const eventUpdated = defineEvent({
  name: "event/updated",
  version: "2026-11-27.01",
  category: "community",
  owner: "community",
  kind: "fact",
  summary: "A community event changed or was called off; those who answered are told and reminders move.",
  data: z
    .object({
      eventId,
      /** What is not as it was. */
      changed: z.array(z.enum(["title", "description", "location", "capacity", "time", "status"])).min(1),
      startsAt: timestamp.optional().describe("The start, when that or the end changed"),
      /** Whether it takes place, when that changed. */
      status: z.enum(["scheduled", "cancelled"]).optional(),
      revision: z
        .int()
        .min(1)
        .optional()
        .describe("How often the event was changed, this time included: what it was before is kept under it"),
    })
    .refine(startExactlyWhenChanged, {
      path: ["startsAt"],
      message: "Given exactly when changed contains time",
    })
    .refine(statusExactlyWhenChanged, {
      path: ["status"],
      message: "Given exactly when changed contains status",
    }),
  examples: [
    {
      eventId: "evt_demoRooftop",
      changed: ["time", "location"],
      startsAt: "2026-11-21T18:00:00.000Z",
      revision: 1,
    },
    { eventId: "evt_demoMeeting", changed: ["status"], status: "cancelled" },
  ],
});
