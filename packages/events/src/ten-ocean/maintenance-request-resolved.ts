import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { freeText } from "../internal/fields/person.ts";
import { memberId, requestId } from "./fields.ts";

export const maintenanceRequestResolved = defineEvent({
  name: "maintenance/request.resolved",
  version: "2026-11-01.01",
  category: "maintenance",
  owner: "facilities",
  kind: "fact",
  summary: "A repair is done; the resident is told and asked whether it holds.",
  data: z.object({ requestId, resolvedBy: memberId, resolution: freeText(1_000).optional() }),
  examples: [
    { requestId: "req_77", resolvedBy: "user_120", resolution: "Replaced the trap under the sink." },
    { requestId: "req_78", resolvedBy: "admin_002" },
  ],
});
