import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { freeText } from "../internal/fields/person.ts";
import { entryId, memberId, requestId } from "./fields.ts";

export const maintenanceRequestResolved = defineEvent({
  name: "maintenance/request.resolved",
  version: "2026-11-27.01",
  category: "maintenance",
  owner: "facilities",
  kind: "fact",
  summary: "A repair is done; the resident confirms it or opens it again, or it is closed after 7 days.",
  data: z.object({
    requestId,
    resolvedBy: memberId,
    /** What was done. */
    resolution: freeText(1_000).optional(),
    entryId: entryId.optional().describe("Its line of the history: which resolution of the request it is"),
  }),
  examples: [
    {
      requestId: "req_demoLamp",
      resolvedBy: "admin_002",
      resolution: "A new fitting. The old one had water in it.",
      entryId: "entry_1042n4",
    },
    { requestId: "req_demoHeating", resolvedBy: "admin_002" },
  ],
});
