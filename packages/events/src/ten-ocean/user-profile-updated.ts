import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";

export const userProfileUpdated = defineEvent({
  name: "user/profile.updated",
  version: "2026-11-01.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary: "A resident changed their profile or preferences; whatever caches them is refreshed.",
  data: z.object({
    userId,
    changed: z.array(z.enum(["name", "email", "phone", "unit", "avatar", "preferences"])).min(1),
  }),
  examples: [
    { userId: "user_201", changed: ["phone"] },
    { userId: "user_202", changed: ["name", "preferences"] },
  ],
});
