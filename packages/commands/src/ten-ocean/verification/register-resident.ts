import { userId } from "@org/events/fields";
import { unitId } from "@org/events/ten-ocean/fields";
import { userRegistrationRequested } from "@org/events/ten-ocean/user-registration-requested";
import { ResidentRemovedError, UnknownUnitError } from "@org/stores/ten-ocean/errors";
import type { Registrations } from "@org/stores/ten-ocean/port";
import { ulid } from "ulid";
import * as z from "zod";
import { emailField, nameField, optionalNameField } from "../../fields.ts";
import { newLinkToken } from "../../internal/link-token.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";

/** Empty for people who do not know theirs yet. */
export const unitField = z
  .string()
  .refine((text) => text === "" || unitId.safeParse(text).success, "Choose your unit from the list.")
  .transform((text) => text || undefined);

/** What a resident says of themselves. */
export const registrationRequest = requestRule({
  schema: z.object({
    userId,
    firstName: nameField("your first name"),
    /** Empty for people who use a single name. */
    lastName: optionalNameField,
    email: emailField,
    unitId: unitField,
  }),
  fields: ["firstName", "lastName", "email", "unitId"],
  damaged: outOfDate("Open the portal again."),
});

/** The entries that a resident fills in. */
export type ResidentField = FieldOf<typeof registrationRequest>;

/** A fresh id for the form that a resident is about to fill in; nobody can guess it. */
export function newResidentId(): string {
  return `user_${ulid()}`;
}

/** `account-deleted`: the form is of an account that is no more; a fresh one registers anew. */
export type RegistrationCode = InvalidCode | "unknown-unit" | "account-deleted";

/**
 * Somebody fills in the registration form. Whatever address they name, the same is written and nothing is looked up: they
 * are nobody until the link that goes there was followed. The same request again is the same one.
 */
export function registerResident({ registrations }: { registrations: Pick<Registrations, "hold"> }) {
  return async (
    entries: EntriesOf<typeof registrationRequest>,
  ): Promise<Outcome<{ userId: string }, RegistrationCode, ResidentField>> => {
    const read = readRequest(registrationRequest, entries);
    if (!read.ok) return read;
    const { userId } = read.request;
    const token = newLinkToken();
    try {
      await registrations.hold(
        { ...read.request, token },
        { emit: [userRegistrationRequested.create({ userId })] },
      );
      return { ok: true, userId };
    } catch (error) {
      const refusal = refusalOf(error, [
        [UnknownUnitError, "unknown-unit"],
        [ResidentRemovedError, "account-deleted"],
      ]);
      if (refusal.code === "account-deleted") return { ...refusal, code: refusal.code };
      return { ...refusal, code: refusal.code, fields: { unitId: refusal.message } };
    }
  };
}
