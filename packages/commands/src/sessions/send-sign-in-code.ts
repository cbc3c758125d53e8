import { randomUUID } from "node:crypto";
import type { EmailSender } from "@org/integrations/email/port";
import type { SignInCodes } from "@org/stores/sign-in-codes/port";
import type { Outcome } from "../outcome.ts";
import { findPeople, type PeopleStores } from "./find-people.ts";
import type { Product } from "./person.ts";
import { codeLifetime, codeSubject, type SignInAttempt } from "./sign-in-attempt.ts";
import { signInEmail } from "./sign-in-email.ts";

export interface SendSignInCodePorts {
  people: PeopleStores;
  codes: Pick<SignInCodes, "issue">;
  /** Email in the name of a product. */
  emailOf(product: Product): EmailSender;
}

/** Sends a code to the attempt's address if anyone signs in with it. Whoever asked is told the same either way. */
export function sendSignInCode({ people, codes, emailOf }: SendSignInCodePorts) {
  return async (attempt: SignInAttempt): Promise<Outcome<object, "unknown-address">> => {
    const { product, email: to } = attempt;
    if ((await findPeople(people, product, to)).length === 0) {
      return { ok: false, code: "unknown-address", message: "Nobody signs in with this address." };
    }
    const expiresAt = new Date(Date.now() + codeLifetime).toISOString();
    const code = await codes.issue(codeSubject(attempt), expiresAt);
    await emailOf(product).send({ to, ...signInEmail(product, code), key: `sign-in-code:${randomUUID()}` });
    return { ok: true };
  };
}
