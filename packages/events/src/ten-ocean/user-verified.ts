import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { timestamp } from "../internal/standard-fields.ts";
import { memberId, verificationPurpose, verificationRound } from "./fields.ts";

export const userVerified = defineEvent({
  name: "user/verified",
  version: "2026-11-27.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary:
    "An admin approved a registration, or a resident's new unit; an applicant becomes a resident, and they are told.",
  key: ["userId"],
  data: z.object({
    userId,
    verifiedBy: memberId,
    timestamp,
    round: verificationRound.optional().describe("Which verification was decided; absent for the first"),
    purpose: verificationPurpose.optional().describe("Absent for a registration"),
  }),
  examples: [
    { userId: "user_maya", verifiedBy: "admin_001", timestamp: "2026-11-02T09:30:00.000Z" },
    {
      userId: "user_suresh",
      verifiedBy: "admin_002",
      timestamp: "2026-11-02T18:05:12.345Z",
      round: 2,
      purpose: "move",
    },
  ],
});
