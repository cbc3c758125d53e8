import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { memberId, requestId } from "./fields.ts";

export const maintenanceRequestAssigned = defineEvent({
  name: "maintenance/request.assigned",
  version: "2026-11-27.01",
  category: "maintenance",
  owner: "facilities",
  kind: "fact",
  summary:
    "Someone was put in charge of a maintenance request; they and the resident are told, and whoever was before.",
  data: z.object({
    requestId,
    assigneeId: memberId,
    assignedBy: memberId,
    formerAssigneeId: memberId.optional().describe("Who was in charge until then"),
  }),
  examples: [
    { requestId: "req_demoHeating", assigneeId: "admin_002", assignedBy: "admin_001" },
    {
      requestId: "req_demoLamp",
      assigneeId: "admin_002",
      assignedBy: "admin_002",
      formerAssigneeId: "admin_001",
    },
  ],
});
