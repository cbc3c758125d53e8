import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";

export const userProfileUpdated = defineEvent({
  name: "user/profile.updated",
  version: "2026-11-27.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary:
    "A resident changed their profile or preferences, or asked to: a new unit is verified and a new email confirmed first.",
  data: z.object({
    userId,
    /** What is not as it was. */
    changed: z.array(z.enum(["name", "email", "phone", "unit", "avatar", "preferences"])).min(1),
    awaiting: z
      .array(z.enum(["email", "unit"]))
      .min(1)
      .optional()
      .describe("Those of the changes that count only once they are confirmed"),
  }),
  examples: [
    { userId: "user_maya", changed: ["phone"] },
    { userId: "user_suresh", changed: ["name", "preferences"] },
    { userId: "user_chloe", changed: ["unit"], awaiting: ["unit"] },
  ],
});
