import { userId } from "@org/events/fields";
import { unitId } from "@org/events/ten-ocean/fields";
import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { EmailTakenError, UnknownUnitError } from "@org/stores/ten-ocean/errors";
import type { Residents } from "@org/stores/ten-ocean/port";
import { ulid } from "ulid";
import * as z from "zod";
import { emailField, nameField, optionalNameField } from "../../fields.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";

/** What a resident says of themselves. */
export const registrationRequest = requestRule({
  schema: z.object({
    userId,
    firstName: nameField("your first name"),
    /** Empty for people who use a single name. */
    lastName: optionalNameField,
    email: emailField,
    /** Empty for people who do not know theirs yet. */
    unitId: z
      .string()
      .refine((text) => text === "" || unitId.safeParse(text).success, "Choose your unit from the list.")
      .transform((text) => text || undefined),
  }),
  fields: ["firstName", "lastName", "email", "unitId"],
  damaged: "This form is out of date or damaged. Open the portal again.",
});

/** The entries that a resident fills in. */
export type ResidentField = FieldOf<typeof registrationRequest>;

/** A fresh id for the form that a resident is about to fill in; nobody can guess it. */
export function newResidentId(): string {
  return `user_${ulid()}`;
}

/** A resident registers, with the event that this causes. The same request again is the same registration. */
export function registerResident({ residents }: { residents: Pick<Residents, "register"> }) {
  return async (
    entries: EntriesOf<typeof registrationRequest>,
  ): Promise<Outcome<{ userId: string }, InvalidCode | "email-taken" | "unknown-unit", ResidentField>> => {
    const read = readRequest(registrationRequest, entries);
    if (!read.ok) return read;
    try {
      const { userId } = await residents.register(read.request, {
        emit: ({ userId, email, firstName, lastName, unitId }) => [
          userRegistered.create({ userId, email, firstName, lastName, unitId }),
        ],
      });
      return { ok: true, userId };
    } catch (error) {
      const refusal = refusalOf(error, [
        [EmailTakenError, "email-taken"],
        [UnknownUnitError, "unknown-unit"],
      ]);
      const field = refusal.code === "email-taken" ? "email" : "unitId";
      return { ...refusal, fields: { [field]: refusal.message } };
    }
  };
}
