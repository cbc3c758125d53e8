import { userId } from "@org/events/fields";
import { unitId } from "@org/events/ten-ocean/fields";
import * as z from "zod";
import { type FormRefusal, fieldErrors } from "../forms/field-errors.ts";
import { emailField, nameField, optionalNameField } from "../forms/fields.ts";
import { textOf } from "../forms/form-data.ts";

const registrationForm = z.object({
  userId,
  firstName: nameField("your first name"),
  /** Empty for people who use a single name. */
  lastName: optionalNameField,
  email: emailField,
  unitId: z
    .string()
    .transform((value) => value || undefined)
    .pipe(unitId.optional()),
});

export type Registration = z.output<typeof registrationForm>;

/** The fields that a resident fills in. */
export const residentFields = ["firstName", "lastName", "email", "unitId"] as const;

export type ResidentField = (typeof residentFields)[number];

export type ParsedRegistration =
  | { registration: Registration; refusal?: undefined }
  | { registration?: undefined; refusal: FormRefusal<ResidentField> };

export function parseRegistrationForm(form: FormData): ParsedRegistration {
  const result = registrationForm.safeParse({
    userId: textOf(form, "userId"),
    firstName: textOf(form, "firstName"),
    lastName: textOf(form, "lastName"),
    email: textOf(form, "email"),
    unitId: textOf(form, "unitId"),
  });
  if (result.success) return { registration: result.data };
  const errors = fieldErrors(result.error, residentFields);
  if (errors.unitId) errors.unitId = "Choose your unit from the list.";
  const damaged = result.error.issues.some(({ path }) => path[0] === "userId");
  const message = damaged ? "This form is out of date or damaged. Open the portal again." : undefined;
  return { refusal: { errors, message } };
}
