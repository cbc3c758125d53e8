import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { emailAddress, personName } from "../internal/fields/person.ts";
import { personal } from "../internal/personal-data.ts";
import { unitId, verificationRound } from "./fields.ts";

export const userRegistered = defineEvent({
  name: "user/registered",
  version: "2026-11-27.01",
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
    round: verificationRound
      .optional()
      .describe("Which verification it asks for; absent for the first, more after a rejection or a lapse"),
  }),
  examples: [
    {
      userId: "user_maya",
      email: "maya@residents.example",
      firstName: "Maya",
      lastName: "Fernandes",
      unitId: "unit_4B",
    },
    { userId: "user_amina", email: "amina@residents.example", firstName: "Amina", lastName: "", round: 2 },
  ],
});
