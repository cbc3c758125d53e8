import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { memberId, requestId } from "./fields.ts";

export const maintenanceRequestAssigned = defineEvent({
  name: "maintenance/request.assigned",
  version: "2026-11-01.01",
  category: "maintenance",
  owner: "facilities",
  kind: "fact",
  summary: "Someone was put in charge of a maintenance request; they and the resident are told.",
  data: z.object({ requestId, assigneeId: memberId, assignedBy: memberId }),
  examples: [
    { requestId: "req_77", assigneeId: "user_120", assignedBy: "admin_001" },
    { requestId: "req_78", assigneeId: "admin_002", assignedBy: "admin_002" },
  ],
});
