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

/** Rupees with at most two decimals. */
export const rupees = z
  .number()
  .min(0)
  .max(10_000_000_000)
  .refine(isWholePaise, "Expected rupees with at most two decimals");

export const quantity = z.int().min(1).max(1_000);

export const emailAddress = personal("email", z.string().trim().max(254).check(z.email()));

/** E.164, such as +919876543210. */
export const phoneNumber = personal(
  "phone",
  z.string().regex(/^\+[1-9]\d{7,14}$/, "Expected E.164, such as +919876543210"),
);

export const personName = personal("name", z.string().trim().min(1).max(100));
