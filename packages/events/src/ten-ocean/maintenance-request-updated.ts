import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { timestamp } from "../internal/standard-fields.ts";
import { entryId, memberId, requestId, requestPriority } from "./fields.ts";

export const maintenanceRequestUpdated = defineEvent({
  name: "maintenance/request.updated",
  version: "2026-11-27.01",
  category: "maintenance",
  owner: "facilities",
  kind: "fact",
  summary:
    "A maintenance request moved on, was written about, opened again or closed; whoever did not do it is told.",
  data: z.object({
    requestId,
    /** What is not as it was. */
    changed: z.array(z.enum(["status", "priority", "schedule", "description"])).min(1),
    /** How far it is, when that changed. */
    status: z.enum(["open", "in-progress", "on-hold"]).optional(),
    priority: requestPriority.optional(),
    scheduledFor: timestamp
      .optional()
      .describe("Absent also where the schedule changed: there is no date any more"),
    by: memberId.optional().describe("Who did it; absent where it closed by itself"),
    entryId: entryId.optional().describe("Its line of the request's history, which has what was written"),
    reopened: z.boolean().optional().describe("Whether it was resolved until then"),
    closed: z
      .enum(["confirmed", "lapsed", "withdrawn"])
      .optional()
      .describe(
        "How it ended, in place of a status: confirmed by its tenant, for want of an answer, taken back",
      ),
  }),
  examples: [
    { requestId: "req_demoHeating", changed: ["status"], status: "in-progress" },
    { requestId: "req_demoHeating", changed: ["description"], by: "user_maya", entryId: "entry_1042n5" },
    {
      requestId: "req_demoHeating",
      changed: ["status"],
      closed: "confirmed",
      by: "user_maya",
      entryId: "entry_1042n6",
    },
    {
      requestId: "req_demoLamp",
      changed: ["schedule", "priority"],
      priority: "normal",
      scheduledFor: "2026-11-10T09:00:00.000Z",
    },
  ],
});
