import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { duration } from "../internal/fields/duration.ts";
import { timestamp } from "../internal/standard-fields.ts";
import { eventId } from "./fields.ts";

export const eventReminder = defineEvent({
  name: "event/reminder",
  version: "2026-11-01.01",
  category: "community",
  owner: "community",
  kind: "command",
  summary: "Asks for everyone who said yes to be reminded of a community event.",
  key: ["eventId", "startsAt", "before"],
  data: z.object({
    eventId,
    startsAt: timestamp,
    before: duration.describe("How long before the start it is sent"),
  }),
  examples: [
    { eventId: "evt_demoRooftop", startsAt: "2026-11-20T18:00:00.000Z", before: "1d" },
    { eventId: "evt_demoRooftop", startsAt: "2026-11-20T18:00:00.000Z", before: "2h" },
  ],
});
