import * as z from "zod";
import { isWholePaise } from "./money.ts";
import { personal } from "./personal-data.ts";

export { timestamp } from "./standard-fields.ts";

/** An id with its kind in front: `ord_456`, or a ULID after the underscore. */
export function prefixedId(prefix: string) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9]{1,64}$`), `Expected an id such as ${prefix}_123`);
}

export const userId = prefixedId("user");

export const adminId = prefixedId("admin");

/** Rupees with at most two decimals. */
export const rupees = z
  .number()
  .min(0)
  .max(10_000_000_000)
  .refine(isWholePaise, "Expected rupees with at most two decimals");

/** `30m`, `12h`, `7d`, `2w`. */
export const duration = z.string().regex(/^[1-9]\d{0,4}[smhdw]$/, "Expected a duration such as 12h or 7d");

/** A name such as `order.delivered`, in camelCase between the dots. */
export const dottedName = z
  .string()
  .max(100)
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/, "Expected a name such as order.delivered");

export const scalar = z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]);

/** Flat values under names of the sender's choice. */
export const properties = z.record(z.string().min(1).max(100), scalar);

export const emailAddress = personal("email", z.string().trim().max(254).check(z.email()));

/** E.164, such as +919876543210. */
export const phoneNumber = personal(
  "phone",
  z.string().regex(/^\+[1-9]\d{7,14}$/, "Expected E.164, such as +919876543210"),
);

export const personName = personal("name", z.string().trim().min(1).max(100));

/** Text that a person wrote, or that names one. */
export function freeText(maximum: number) {
  return personal("free-text", z.string().trim().min(1).max(maximum));
}
