import type { Route } from "next";
import * as z from "zod";
import { emailField } from "../forms/fields.ts";
import { textOf } from "../forms/form-data.ts";
import { safeNextPath } from "./next-path.ts";
import type { Product } from "./person.ts";

/** What every form on the way in carries along, hidden. */
export interface SignInContext {
  product: Product;
  /** Where to go on afterwards. */
  next?: Route;
}

export function readSignInContext(form: FormData): SignInContext {
  return {
    product: textOf(form, "product") === "ten-ocean" ? "ten-ocean" : "mohallamart",
    next: safeNextPath(textOf(form, "next")),
  };
}

export const addressForm = z.object({ email: emailField });

export type AddressField = "email";
export type CodeField = "code";
