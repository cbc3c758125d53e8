import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { freeText } from "../internal/fields/person.ts";
import { timestamp } from "../internal/standard-fields.ts";
import { memberId, verificationPurpose, verificationRound } from "./fields.ts";

export const userRejected = defineEvent({
  name: "user/rejected",
  version: "2026-11-27.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary: "An admin turned a registration, or a resident's new unit, down; they are told why.",
  key: ["userId"],
  data: z.object({
    userId,
    rejectedBy: memberId,
    reason: freeText(500).optional().describe("Shown to the applicant"),
    timestamp,
    round: verificationRound.optional().describe("Which verification was decided; absent for the first"),
    purpose: verificationPurpose.optional().describe("Absent for a registration"),
  }),
  examples: [
    { userId: "user_chloe", rejectedBy: "admin_001", timestamp: "2026-11-02T09:35:00.000Z" },
    {
      userId: "user_tomasz",
      rejectedBy: "admin_002",
      reason: "No lease was found for unit 9C.",
      timestamp: "2026-11-03T11:00:00.000Z",
    },
  ],
});
