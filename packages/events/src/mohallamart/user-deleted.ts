import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";

export const userDeleted = defineEvent({
  name: "user.deleted",
  version: "2026-11-01.01",
  category: "user",
  owner: "accounts",
  kind: "fact",
  summary: "An account was closed; personal data is erased, sessions end and dependent services are told.",
  key: ["userId"],
  data: z.object({
    userId,
    /** Why the account was closed. */
    reason: z.enum(["requested", "inactive", "terms-violation"]),
  }),
  examples: [
    { userId: "user_123", reason: "requested" },
    { userId: "user_124", reason: "inactive" },
  ],
});
