import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { duration } from "../internal/fields/duration.ts";

export const cleanupExpiredSessions = defineEvent({
  name: "cleanup.expiredSessions",
  version: "2026-11-01.01",
  category: "cleanup",
  owner: "platform",
  kind: "command",
  summary: "Asks for sessions past their time to be deleted; also runs daily by itself.",
  data: z.object({
    olderThan: duration.describe("Sessions idle for longer than this go"),
  }),
  examples: [{ olderThan: "7d" }, { olderThan: "12h" }],
});
