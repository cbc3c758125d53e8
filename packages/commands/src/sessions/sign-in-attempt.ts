import { randomBytes } from "node:crypto";
import * as z from "zod";
import { emailField } from "../fields.ts";
import { outOfDate } from "../internal/out-of-date.ts";
import { requestRule } from "../request.ts";
import type { Product } from "./person.ts";

/** Whoever wants to sign in names an address. */
export const addressRequest = requestRule({
  schema: z.object({ email: emailField }),
  fields: ["email"],
  damaged: outOfDate(),
});

/** Someone who says that an address is theirs, in one browser. */
export interface SignInAttempt {
  product: Product;
  /** Lower case. */
  email: string;
  /** Random and known to that browser only, so that nobody else can try, or use up, its code. */
  browser: string;
}

/** Milliseconds that a code is good for. */
export const codeLifetime = 10 * 60_000;

export function newAttempt(product: Product, email: string): SignInAttempt {
  return { product, email, browser: randomBytes(16).toString("base64url") };
}

/** What a code is issued for. */
export function codeSubject({ product, email, browser }: SignInAttempt): string {
  return JSON.stringify([product, email, browser]);
}
