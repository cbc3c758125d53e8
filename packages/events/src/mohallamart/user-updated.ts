import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";

export const userUpdated = defineEvent({
  name: "user.updated",
  version: "2026-11-01.01",
  category: "user",
  owner: "accounts",
  kind: "fact",
  summary:
    "Someone changed their profile or settings; other services are brought up to date and caches are dropped.",
  data: z.object({
    userId,
    /** What is not as it was. */
    changed: z.array(z.enum(["name", "email", "phone", "address", "avatar", "preferences"])).min(1),
  }),
  examples: [
    { userId: "user_123", changed: ["name"] },
    { userId: "user_124", changed: ["phone", "preferences"] },
  ],
});
