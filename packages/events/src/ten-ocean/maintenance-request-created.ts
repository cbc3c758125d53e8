import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { requestId, requestPriority, unitId } from "./fields.ts";

export const maintenanceRequestCreated = defineEvent({
  name: "maintenance/request.created",
  version: "2026-11-27.01",
  category: "maintenance",
  owner: "facilities",
  kind: "fact",
  summary: "A resident reported something to repair; they get its number, and the board hears of it.",
  key: ["requestId"],
  data: z.object({
    requestId,
    userId,
    unitId: unitId.describe("Where it is; unit_common in the areas that everybody uses"),
    /** What has to be repaired. */
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
    {
      requestId: "req_demoHeating",
      userId: "user_maya",
      unitId: "unit_4B",
      category: "heating",
      priority: "high",
    },
    {
      requestId: "req_demoLamp",
      userId: "user_suresh",
      unitId: "unit_4C",
      category: "electrical",
      priority: "normal",
    },
  ],
});
