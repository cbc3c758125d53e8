import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { requestId, requestPriority, unitId } from "./fields.ts";

export const maintenanceRequestCreated = defineEvent({
  name: "maintenance/request.created",
  version: "2026-11-01.01",
  category: "maintenance",
  owner: "facilities",
  kind: "fact",
  summary: "A resident reported something to repair; the facilities team is told and sets a date.",
  key: ["requestId"],
  data: z.object({
    requestId,
    userId,
    unitId,
    category: z.enum([
      "plumbing",
      "electrical",
      "heating",
      "appliance",
      "structural",
      "pests",
      "common-area",
      "other",
    ]),
    priority: requestPriority,
  }),
  examples: [
    { requestId: "req_77", userId: "user_201", unitId: "unit_4B", category: "plumbing", priority: "high" },
    { requestId: "req_78", userId: "user_202", unitId: "unit_2A", category: "other", priority: "low" },
  ],
});
