import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { timestamp } from "../internal/standard-fields.ts";
import { eventId, memberId } from "./fields.ts";

export const eventCreated = defineEvent({
  name: "event/created",
  version: "2026-11-01.01",
  category: "community",
  owner: "community",
  kind: "fact",
  summary: "A community event was announced; members hear of it and reminders are planned.",
  key: ["eventId"],
  data: z.object({ eventId, createdBy: memberId, startsAt: timestamp }),
  examples: [
    { eventId: "evt_demoRooftop", createdBy: "admin_001", startsAt: "2026-11-20T18:00:00.000Z" },
    { eventId: "evt_demoMeeting", createdBy: "admin_001", startsAt: "2026-12-24T15:00:00.000Z" },
  ],
});
