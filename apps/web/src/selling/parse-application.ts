import { shopkeeperId } from "@org/events/mohallamart/fields";
import * as z from "zod";
import { type FormRefusal, fieldErrors } from "../forms/field-errors.ts";
import { emailField, mobileField, nameField, textField } from "../forms/fields.ts";
import { textOf } from "../forms/form-data.ts";

const applicationSchema = z.object({
  shopkeeperId,
  shopName: nameField("the shop's name"),
  area: textField("the neighbourhood you deliver to, such as Indiranagar, Bengaluru", 100),
  description: textField("what you sell", 300),
  name: nameField("your name"),
  email: emailField,
  phone: mobileField,
});

export type Application = z.output<typeof applicationSchema>;

/** The fields that an applicant fills in. */
export const applicationFields = ["shopName", "area", "description", "name", "email", "phone"] as const;

export type ApplicationField = (typeof applicationFields)[number];

export type ParsedApplication =
  | { application: Application; refusal?: undefined }
  | { application?: undefined; refusal: FormRefusal<ApplicationField> };

export function parseApplication(form: FormData): ParsedApplication {
  const entries = [...applicationFields, "shopkeeperId"].map((field) => [field, textOf(form, field)]);
  const { data, error } = applicationSchema.safeParse(Object.fromEntries(entries));
  if (data) return { application: data };
  const damaged = error.issues.some(({ path }) => path[0] === "shopkeeperId");
  const message = damaged ? "This form is out of date or damaged. Open the page again." : undefined;
  return { refusal: { errors: fieldErrors(error, applicationFields), message } };
}
