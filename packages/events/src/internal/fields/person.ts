import * as z from "zod";
import { personal } from "../personal-data.ts";

/** Where email reaches a person. */
export const emailAddress = personal("email", z.string().trim().max(254).check(z.email()));

/** E.164, such as +919876543210. */
export const phoneNumber = personal(
  "phone",
  z.string().regex(/^\+[1-9]\d{7,14}$/, "Expected E.164, such as +919876543210"),
);

/** What a person is called. */
export const personName = personal("name", z.string().trim().min(1).max(100));

/** Text that a person wrote, or that names one. */
export function freeText(maximum: number) {
  return personal("free-text", z.string().trim().min(1).max(maximum));
}
