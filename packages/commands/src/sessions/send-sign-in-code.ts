import { randomUUID } from "node:crypto";
import type { EmailSender } from "@org/integrations/email/port";
import type { SignInCodes } from "@org/stores/sign-in-codes/port";
import type { Outcome } from "../outcome.ts";
import { findPeople } from "./find-people.ts";
import type { Product } from "./person.ts";
import { codeLifetime, codeSubject, type SignInAttempt } from "./sign-in-attempt.ts";
import { signInEmail } from "./sign-in-email.ts";
import { countersOf, type SignInSource, type SourcePorts } from "./sign-in-source.ts";

export interface SendSignInCodePorts extends SourcePorts {
  codes: Pick<SignInCodes, "issue">;
  /** Email in the name of a product. */
  emailOf(product: Product): EmailSender;
}

export interface CodeRequest {
  attempt: SignInAttempt;
  source: SignInSource;
  /** In which whoever it is about reads; BCP 47, default English. */
  reader?: string | undefined;
}

/** Sends a code to the attempt's address if anyone signs in with it. Whoever asked is told the same either way. */
export function sendSignInCode(ports: SendSignInCodePorts) {
  const { people, codes, emailOf } = ports;
  return async ({ attempt, source, reader }: CodeRequest): Promise<Outcome<object, "unknown-address">> => {
    const { product, email: to } = attempt;
    const expiresAt = new Date(Date.now() + codeLifetime).toISOString();
    // Also for an address that nobody has, so that codes that are tried for it go the same way.
    const code = await codes.issue(codeSubject(attempt), expiresAt, await countersOf(ports, attempt, source));
    if ((await findPeople(people, product, to)).length === 0) {
      return { ok: false, code: "unknown-address", message: "Nobody signs in with this address." };
    }
    const email = signInEmail(product, code, reader);
    await emailOf(product).send({ to, ...email, key: `sign-in-code:${randomUUID()}` });
    return { ok: true };
  };
}
