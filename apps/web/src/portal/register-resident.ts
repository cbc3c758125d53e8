import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { EmailTakenError, UnknownUnitError } from "@org/stores/ten-ocean/errors";
import type { Residents } from "@org/stores/ten-ocean/port";
import { ulid } from "ulid";
import type { FormRefusal } from "../forms/field-errors.ts";
import type { Registration, ResidentField } from "./parse-registration.ts";

/** A fresh id for the form that a resident is about to fill in; nobody can guess it. */
export function newResidentId(): string {
  return `user_${ulid()}`;
}

export type RegisterOutcome =
  | { userId: string; refusal?: undefined }
  | { refusal: FormRefusal<ResidentField> };

/**
 * Registers the resident of a form, with the event it causes. The same form again is the same registration.
 * @returns a refusal in words for the resident; nothing is written or emitted then.
 */
export async function registerResident(residents: Residents, form: Registration): Promise<RegisterOutcome> {
  try {
    const { userId } = await residents.register(form, {
      emit: ({ userId, email, firstName, lastName, unitId }) => [
        userRegistered.create({ userId, email, firstName, lastName, unitId }),
      ],
    });
    return { userId };
  } catch (error) {
    if (error instanceof EmailTakenError) return { refusal: { errors: { email: error.message } } };
    if (error instanceof UnknownUnitError) return { refusal: { errors: { unitId: error.message } } };
    throw error;
  }
}
