import * as z from "zod";

/** An address of the web, without the slashes at its end. */
export const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

/** Several of them, separated by commas. */
export const urls = z
  .string()
  .transform((text) => text.split(",").map((address) => address.trim()))
  .pipe(z.array(url).min(1));

/** Where a vendor's API is, for the emulator in its place. */
export function baseUrlOf(name: string) {
  return url
    .optional()
    .describe(`Another address for ${name}'s API, such as the local emulator. Default: ${name}.`);
}

/**
 * A key whose form its vendor does not publish: signs without spaces, as a header can carry them. It finds what was pasted
 * with its quotes, its name or a second line.
 */
export const key = z
  .string()
  .regex(/^[\x21\x23-\x26\x28-\x7e]+$/, "a key without spaces, quotes or line breaks; copy it again");

/** What Resend and the standard webhooks sign with. */
export const webhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/, "whsec_ and base64, as the sender of the webhooks shows it");

/** A secret of our own that stands in an address or a header of somebody else's requests. */
export const chosenSecret = z
  .string()
  .regex(/^[\x21-\x7e]{20,}$/, "at least 20 letters and digits, without spaces");

const bareAddress = z.email();
const named = /^(?:[^<>"\r\n]*|"[^"\r\n]*")\s*<([^<>\s]+)>$/;

/** `orders@mohallamart.example` or `MohallaMart <orders@mohallamart.example>`. */
export const mailbox = z
  .string()
  .refine(
    (text) => bareAddress.safeParse(named.exec(text)?.[1] ?? text).success,
    "an address, with or without a name: MohallaMart <orders@mohallamart.example>",
  );

export const phoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, "a number in E.164, with the country's code and no spaces: +12025550100");

/** An id of Twilio's: two letters that say of what, and 32 hexadecimal digits. */
export function sidOf(prefix: "AC" | "MG") {
  return z
    .string()
    .regex(
      new RegExp(`^${prefix}[0-9a-fA-F]{32}$`),
      `${prefix} and 32 hexadecimal digits, as the console shows it`,
    );
}
