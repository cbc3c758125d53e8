import { defineEvent, personal, previousVersion } from "@org/events";
import { emailAddress, personName, userId } from "@org/events/fields";
import * as z from "zod";

/** Had one field for the whole name. */
const fullName = previousVersion({
  version: "2026-10-01.01",
  sunset: "2027-03-31",
  data: z.object({ userId, email: emailAddress, fullName: personName }),
  upcast: ({ fullName, ...user }) => {
    const [firstName = "", ...rest] = fullName.split(/\s+/);
    return { ...user, firstName, lastName: rest.join(" ") };
  },
});

/** A field was split in two; the mark of personal data on the old one still hides it in logs. */
export const userRegistered = defineEvent({
  name: "user/registered",
  version: "2026-11-01.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary: "A resident completed registration.",
  key: ["userId"],
  data: z.object({
    userId,
    email: emailAddress,
    firstName: personName,
    lastName: personal("name", z.string().trim().max(100)).describe("Empty for people who use a single name"),
  }),
  examples: [
    { userId: "user_201", email: "maya@example.com", firstName: "Maya", lastName: "Fernandes" },
    { userId: "user_202", email: "suresh@example.com", firstName: "Suresh", lastName: "" },
  ],
  previous: fullName,
});
