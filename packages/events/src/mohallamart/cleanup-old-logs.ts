import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { duration } from "../internal/fields/duration.ts";

export const cleanupOldLogs = defineEvent({
  name: "cleanup.oldLogs",
  version: "2026-11-01.01",
  category: "cleanup",
  owner: "platform",
  kind: "command",
  summary: "Asks for old logs and analytics events to be archived and deleted; also runs weekly by itself.",
  data: z.object({
    olderThan: duration,
    sources: z
      .array(z.enum(["logs", "analytics"]))
      .min(1)
      .optional()
      .describe("Absent means all of them"),
  }),
  examples: [{ olderThan: "90d" }, { olderThan: "365d", sources: ["analytics"] }],
});
