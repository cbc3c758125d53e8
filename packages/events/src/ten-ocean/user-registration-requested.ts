import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";

export const userRegistrationRequested = defineEvent({
  name: "user/registration.requested",
  version: "2026-11-27.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary:
    "Somebody filled in the registration form; the address that they named is asked whether it is theirs, and they are nobody until it was.",
  key: ["userId"],
  data: z.object({ userId: userId.describe("Under which they register once the address is proven") }),
  examples: [{ userId: "user_maya" }, { userId: "user_suresh" }],
});
