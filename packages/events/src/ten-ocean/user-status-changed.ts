import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { standingDiffers } from "../internal/rules/ten-ocean.ts";
import { memberId, memberStatus } from "./fields.ts";

export const userStatusChanged = defineEvent({
  name: "user/status.changed",
  version: "2026-11-01.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary: "A member's standing changed, such as from resident to alumni; access and mailing lists follow.",
  data: z
    .object({
      userId,
      /** What they were. */
      from: memberStatus,
      /** What they are now. */
      to: memberStatus,
      /** Who did it, when somebody did. */
      changedBy: memberId.optional(),
    })
    .refine(standingDiffers, { path: ["to"], message: "Differs from the status before" }),
  examples: [
    { userId: "user_maya", from: "resident", to: "alumni", changedBy: "admin_001" },
    { userId: "user_suresh", from: "pending", to: "resident" },
  ],
});
