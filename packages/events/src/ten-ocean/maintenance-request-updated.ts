import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { timestamp } from "../internal/standard-fields.ts";
import { requestId, requestPriority } from "./fields.ts";

export const maintenanceRequestUpdated = defineEvent({
  name: "maintenance/request.updated",
  version: "2026-11-01.01",
  category: "maintenance",
  owner: "facilities",
  kind: "fact",
  summary: "A maintenance request moved on (status, priority or date); the resident can follow it.",
  data: z.object({
    requestId,
    changed: z.array(z.enum(["status", "priority", "schedule", "description"])).min(1),
    status: z.enum(["open", "in-progress", "on-hold"]).optional(),
    priority: requestPriority.optional(),
    scheduledFor: timestamp.optional(),
  }),
  examples: [
    { requestId: "req_77", changed: ["status"], status: "in-progress" },
    {
      requestId: "req_78",
      changed: ["schedule", "priority"],
      priority: "normal",
      scheduledFor: "2026-11-10T09:00:00.000Z",
    },
  ],
});
