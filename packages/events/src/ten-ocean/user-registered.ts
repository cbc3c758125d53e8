import * as z from "zod";
import { defineEvent } from "../define-event.ts";
import { userId } from "../fields/ids.ts";
import { emailAddress, personName } from "../fields/person.ts";
import { personal } from "../personal-data.ts";
import { previousVersion } from "../previous-version.ts";
import { unitId } from "./fields.ts";

/** Had one field for the whole name. */
const fullName = previousVersion({
  version: "2026-10-01.01",
  sunset: "2027-03-31",
  data: z.object({ userId, email: emailAddress, fullName: personName, unitId: unitId.optional() }),
  upcast: ({ fullName, ...user }) => {
    const [firstName = "", ...rest] = fullName.split(/\s+/);
    return { ...user, firstName, lastName: rest.join(" ") };
  },
});

export const userRegistered = defineEvent({
  name: "user/registered",
  version: "2026-11-01.01",
  category: "user",
  owner: "membership",
  kind: "fact",
  summary:
    "A resident completed registration; a verification is opened and the admins are asked to review it.",
  key: ["userId"],
  data: z.object({
    userId,
    email: emailAddress,
    firstName: personName,
    lastName: personal("name", z.string().trim().max(100)).describe("Empty for people who use a single name"),
    unitId: unitId.optional(),
  }),
  examples: [
    {
      userId: "user_201",
      email: "maya@example.com",
      firstName: "Maya",
      lastName: "Fernandes",
      unitId: "unit_4B",
    },
    { userId: "user_202", email: "suresh@example.com", firstName: "Suresh", lastName: "" },
  ],
  previous: fullName,
});
