import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { removedByExactlyWhenLeft } from "../internal/rules/ten-ocean.ts";
import { memberId } from "./fields.ts";

export const userRemoved = defineEvent({
  name: "user/removed",
  version: "2026-11-27.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary:
    "A member's account was deleted; what is personal is erased everywhere, their sessions end and their seats are given on.",
  key: ["userId"],
  data: z
    .object({
      userId,
      reason: z.enum(["requested", "left"]).describe("Whether the member asked for it, or moved out"),
      removedBy: memberId
        .optional()
        .describe("The admin who did it; absent when the member did it themselves"),
    })
    .refine(removedByExactlyWhenLeft, {
      path: ["removedBy"],
      message: "Given exactly when the reason is left",
    }),
  examples: [
    { userId: "user_maya", reason: "requested" },
    { userId: "user_amina", reason: "left", removedBy: "admin_001" },
  ],
});
