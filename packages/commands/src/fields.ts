import { parsePhoneNumberFromString } from "libphonenumber-js/mobile";
import * as z from "zod";

const nameCharacters = /^[\p{L}\p{M}\p{N} .,'’-]*$/u;

function tidy(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/gu, " ");
}

/** A person's name, its spaces tidied; `what` completes the sentence "Enter …". */
export function nameField(what: string) {
  return z
    .string()
    .overwrite(tidy)
    .min(1, `Enter ${what}.`)
    .max(100, "Shorten the name to 100 characters.")
    .regex(nameCharacters, "Use only letters, digits, spaces and . , ' - in the name.");
}

/** The same, but may be left empty. */
export const optionalNameField = z
  .string()
  .overwrite(tidy)
  .max(100, "Shorten the name to 100 characters.")
  .regex(nameCharacters, "Use only letters, digits, spaces and . , ' - in the name.");

/** A line of text, its spaces tidied; `what` completes the sentence "Enter …". */
export function textField(what: string, maximum: number) {
  return z
    .string()
    .overwrite(tidy)
    .min(1, `Enter ${what}.`)
    .max(maximum, `Shorten the text to ${maximum} characters.`);
}

/** The same, but may be left empty: it is absent then. */
export function optionalTextField(maximum: number) {
  return z
    .string()
    .overwrite(tidy)
    .max(maximum, `Shorten the text to ${maximum} characters.`)
    .transform((text) => text || undefined)
    .optional();
}

/** An Indian PIN code, however its digits are grouped; becomes six digits. */
export const pinCodeField = z
  .string()
  .overwrite((text) => text.replaceAll(/[\s-]/gu, ""))
  .min(1, "Enter the PIN code.")
  .regex(/^[1-9][0-9]{5}$/, "Enter a PIN code of six digits, such as 560038.");

/** Lower case, so that one person is one account. */
export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Enter your email address.")
  .max(254, "Shorten the email address to 254 characters.")
  .check(z.email("Enter an email address such as asha@example.com."));

/**
 * Running text that may be left empty.
 * @param what begins the sentence "… to 500 characters.": `Shorten the reason`
 */
export function longTextField(what: string, maximum: number) {
  return z.string().trim().max(maximum, `${what} to ${maximum} characters.`);
}

/** A phone number, American unless a country code says otherwise; becomes E.164, or undefined when left empty. */
export const optionalPhoneField = z.string().transform((text, context) => {
  if (text.trim() === "") return undefined;
  const number = parsePhoneNumberFromString(text, "US");
  if (number?.isPossible()) return String(number.number);
  context.addIssue({
    code: "custom",
    message: "Enter a phone number such as (212) 555-0110, or with its country code such as +44 7400 123456.",
  });
  return z.NEVER;
});

/** A mobile number, Indian unless a country code says otherwise; becomes E.164. */
export const mobileField = z.string().transform((text, context) => {
  const number = parsePhoneNumberFromString(text, "IN");
  if (number?.isValid()) return String(number.number);
  context.addIssue({
    code: "custom",
    message: text.trim()
      ? "Enter a mobile number such as 98765 43210, or with its country code such as +44 7400 123456."
      : "Enter your mobile number.",
  });
  return z.NEVER;
});
