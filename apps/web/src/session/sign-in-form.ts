import type { Product } from "@org/commands/sessions/person";
import type { Route } from "next";
import { textOf } from "../forms/form-data.ts";
import { safeNextPath } from "./next-path.ts";

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

export type AddressField = "email";
export type CodeField = "code";
