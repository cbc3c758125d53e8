import * as z from "zod";
import { type FormRefusal, fieldErrors } from "../forms/field-errors.ts";
import { mobileField, nameField } from "../forms/fields.ts";
import { textOf, textsOf } from "../forms/form-data.ts";

/** The languages that the account offers: BCP 47 tags with their own names. */
export const languages = [
  { tag: "en-IN", name: "English" },
  { tag: "kn-IN", name: "ಕನ್ನಡ" },
  { tag: "hi-IN", name: "हिन्दी" },
  { tag: "ta-IN", name: "தமிழ்" },
] as const;

export const channelNames = ["email", "sms", "push"] as const;

const accountSchema = z.object({
  name: nameField("your name"),
  /** Empty for people who do not want to be called. */
  phone: z.union([z.literal("").transform(() => null), mobileField]),
  language: z.enum(languages.map(({ tag }) => tag)),
  area: z
    .string()
    .max(100)
    .transform((area) => area || null),
  channels: z.array(z.enum(channelNames)),
});

export type Account = z.output<typeof accountSchema>;

/** The fields that can be wrong in a form that was not tampered with, and the others that are kept with them. */
export const accountFields = ["name", "phone", "language", "area"] as const;

export type AccountField = (typeof accountFields)[number];

export type ParsedAccount =
  | { account: Account; refusal?: undefined }
  | { account?: undefined; refusal: FormRefusal<AccountField> };

export function parseAccount(form: FormData): ParsedAccount {
  const entries = accountFields.map((field) => [field, textOf(form, field)]);
  const { data, error } = accountSchema.safeParse({
    ...Object.fromEntries(entries),
    channels: textsOf(form, "channels"),
  });
  return data ? { account: data } : { refusal: { errors: fieldErrors(error, accountFields) } };
}
