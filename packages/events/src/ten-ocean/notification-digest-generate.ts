import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { sinceBeforeUntil } from "../internal/rules/ten-ocean.ts";
import { timestamp } from "../internal/standard-fields.ts";

export const notificationDigestGenerate = defineEvent({
  name: "notification/digest.generate",
  version: "2026-11-01.01",
  category: "notification",
  owner: "messaging",
  kind: "command",
  summary: "Asks for the periodic digest of announcements, events and forum activity; a schedule sends it.",
  key: ["period", "until"],
  data: z
    .object({
      /** Who gets it: those who asked for one a day, or one a week. */
      period: z.enum(["daily", "weekly"]),
      /** The beginning of what it tells of. */
      since: timestamp,
      /** The end of what it tells of. */
      until: timestamp,
    })
    .refine(sinceBeforeUntil, { path: ["until"], message: "Later than since" }),
  examples: [
    { period: "weekly", since: "2026-10-26T00:00:00.000Z", until: "2026-11-02T00:00:00.000Z" },
    { period: "daily", since: "2026-11-01T00:00:00.000Z", until: "2026-11-02T00:00:00.000Z" },
  ],
});
