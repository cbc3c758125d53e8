import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";

export const deadLetterReplayRequested = defineEvent({
  name: "operations/dead-letter.replay-requested",
  version: "2026-11-01.01",
  category: "operations",
  owner: "operations",
  kind: "command",
  summary: "An operator asks for the function of a failed run to be run again, for the same events.",
  data: z.object({
    /** The failed run. */
    runId: z.string().min(1),
    /** The user id of the operator, or where the request came from. */
    requestedBy: z.string().min(1),
  }),
  examples: [
    { runId: "01K8Z3M4T5V6W7X8Y9Z0A1B2C3", requestedBy: "admin_001" },
    { runId: "01K8Z3M4T5V6W7X8Y9Z0A1B2C4", requestedBy: "command-line" },
  ],
});
