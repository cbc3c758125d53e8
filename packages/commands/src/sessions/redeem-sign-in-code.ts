import type { SignInCodes } from "@org/stores/sign-in-codes/port";
import type { Outcome } from "../outcome.ts";
import { findPeople } from "./find-people.ts";
import type { Person } from "./person.ts";
import { codeSubject, type SignInAttempt } from "./sign-in-attempt.ts";
import { countersOf, type SignInSource, type SourcePorts } from "./sign-in-source.ts";

export interface RedeemSignInCodePorts extends SourcePorts {
  codes: Pick<SignInCodes, "redeem">;
}

export interface EnteredCode {
  attempt: SignInAttempt;
  source: SignInSource;
  /** As it was typed. */
  code: string;
}

const messages = {
  "wrong-code": "This code is not right, or no longer good. Look at the latest email, or ask for a new code.",
  "too-many-wrong":
    "Too many wrong codes were entered lately, so codes of six digits have to wait. Ask for a new code: it is longer, and good at once.",
};

/** Uses a code up. @returns those who sign in with the attempt's address, at least one. */
export function redeemSignInCode(ports: RedeemSignInCodePorts) {
  return async ({
    attempt,
    source,
    code,
  }: EnteredCode): Promise<Outcome<{ people: [Person, ...Person[]] }, keyof typeof messages>> => {
    const counters = await countersOf(ports, attempt, source);
    const redeemed = await ports.codes.redeem(codeSubject(attempt), code.replace(/\s/g, ""), counters);
    if (redeemed === "held") return refusal("too-many-wrong");
    const right = redeemed === "right";
    const [person, ...others] = right ? await findPeople(ports.people, attempt.product, attempt.email) : [];
    return person ? { ok: true, people: [person, ...others] } : refusal("wrong-code");
  };
}

function refusal<Code extends keyof typeof messages>(code: Code) {
  return { ok: false, code, message: messages[code] } as const;
}
