import type { SignInCodes } from "@org/stores/sign-in-codes/port";
import type { Outcome } from "../outcome.ts";
import { findPeople, type PeopleStores } from "./find-people.ts";
import type { Person } from "./person.ts";
import { codeSubject, type SignInAttempt } from "./sign-in-attempt.ts";

export interface RedeemSignInCodePorts {
  people: PeopleStores;
  codes: Pick<SignInCodes, "redeem">;
}

export interface EnteredCode {
  attempt: SignInAttempt;
  /** As it was typed. */
  code: string;
}

/** Uses a code up. @returns those who sign in with the attempt's address, at least one. */
export function redeemSignInCode({ people, codes }: RedeemSignInCodePorts) {
  return async ({
    attempt,
    code,
  }: EnteredCode): Promise<Outcome<{ people: [Person, ...Person[]] }, "wrong-code">> => {
    const right = await codes.redeem(codeSubject(attempt), code.replace(/\s/g, ""));
    const [person, ...others] = right ? await findPeople(people, attempt.product, attempt.email) : [];
    if (person) return { ok: true, people: [person, ...others] };
    const message =
      "This code is not right, or no longer good. Look at the latest email, or ask for a new code.";
    return { ok: false, code: "wrong-code", message };
  };
}
