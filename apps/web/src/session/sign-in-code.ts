import { randomBytes, randomUUID } from "node:crypto";
import type { EmailSender } from "@org/integrations/email/port";
import type { SignInCodes } from "@org/stores/sign-in-codes/port";
import { findPeople, type PeopleStores } from "./find-people.ts";
import type { Person, Product } from "./person.ts";
import { signInEmail } from "./sign-in-email.ts";

/** Someone who says that an address is theirs, in one browser. */
export interface SignInAttempt {
  product: Product;
  /** Lower case. */
  email: string;
  /** Random and known to that browser only, so that nobody else can try, or use up, its code. */
  browser: string;
}

export interface SignInPorts {
  people: PeopleStores;
  codes: SignInCodes;
}

/** Milliseconds that a code is good for. */
export const codeLifetime = 10 * 60_000;

export function newAttempt(product: Product, email: string): SignInAttempt {
  return { product, email, browser: randomBytes(16).toString("base64url") };
}

/** Sends a code to the attempt's address if anyone signs in with it. @returns whether anyone does. */
export async function sendCode(
  { people, codes, email }: SignInPorts & { email: EmailSender },
  attempt: SignInAttempt,
): Promise<boolean> {
  const { product, email: to } = attempt;
  if ((await findPeople(people, product, to)).length === 0) return false;
  const expiresAt = new Date(Date.now() + codeLifetime).toISOString();
  const code = await codes.issue(subjectOf(attempt), expiresAt);
  await email.send({ to, ...signInEmail(product, code), key: `sign-in-code:${randomUUID()}` });
  return true;
}

/** Uses the code up. @returns those who sign in with the attempt's address; nobody when the code is no good. */
export async function redeemCode(
  { people, codes }: SignInPorts,
  attempt: SignInAttempt,
  code: string,
): Promise<Person[]> {
  if (!(await codes.redeem(subjectOf(attempt), code))) return [];
  return findPeople(people, attempt.product, attempt.email);
}

function subjectOf({ product, email, browser }: SignInAttempt): string {
  return JSON.stringify([product, email, browser]);
}
