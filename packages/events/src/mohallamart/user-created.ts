import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { emailAddress, personName, phoneNumber } from "../internal/fields/person.ts";

export const userCreated = defineEvent({
  name: "user.created",
  version: "2026-11-01.01",
  category: "user",
  owner: "accounts",
  kind: "fact",
  summary:
    "Someone registered; they are welcomed, their profile is synchronised and gets default preferences.",
  key: ["userId"],
  data: z.object({
    userId,
    email: emailAddress,
    name: personName,
    phone: phoneNumber.optional(),
  }),
  examples: [
    { userId: "user_123", email: "asha.rao@example.com", name: "Asha Rao" },
    { userId: "user_124", email: "ravi.kumar@example.com", name: "Ravi Kumar", phone: "+919845012346" },
  ],
});
