import { createHash } from "node:crypto";
import type { Passkeys } from "@org/stores/passkeys/port";
import type { Proof } from "@org/stores/sessions/port";
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from "@simplewebauthn/server";
import type { Outcome } from "../../outcome.ts";
import { subjectOf } from "../find-people.ts";
import { type Person, productOf } from "../person.ts";
import { productNames } from "../plain-email.ts";
import { knownTransports } from "./passkey-responses.ts";
import { challengeExpiry, noPasskeys, type RelyingPartyPort } from "./relying-party.ts";
import { isProofEnough, passkeyFirst, type StaffSignInPort } from "./staff-sign-in.ts";

export interface BeginPasskeyPorts extends RelyingPartyPort, StaffSignInPort {
  passkeys: Pick<Passkeys, "list" | "openChallenge">;
}

export interface PasskeyOwner {
  person: Person;
  /** When they signed in with this browser, ISO 8601: a session that was stolen later adds no passkey. */
  signedInAt: string;
  /** What they showed then. */
  provenBy: Proof | undefined;
}

/** For how many milliseconds after signing in somebody may add a passkey. */
export const freshFor = 60 * 60_000;

export function isFresh({ signedInAt }: Pick<PasskeyOwner, "signedInAt">): boolean {
  return Date.now() - Date.parse(signedInAt) < freshFor;
}

const mostPasskeys = 10;

type Begun = { options: PublicKeyCredentialCreationOptionsJSON; token: string };

/** Begins to add a passkey. @returns what the browser is to do, and its secret for `addPasskey`. */
export function beginPasskey({ passkeys, relyingParty, staffSignIn }: BeginPasskeyPorts) {
  return async ({
    person,
    signedInAt,
    provenBy,
  }: PasskeyOwner): Promise<
    Outcome<Begun, "no-passkeys" | "sign-in-again" | "passkey-first" | "too-many">
  > => {
    if (!relyingParty) return noPasskeys;
    if (!isFresh({ signedInAt }))
      return refusal(
        "sign-in-again",
        "Sign in again first: a passkey is added within an hour of signing in.",
      );
    const subject = subjectOf(person);
    const had = await passkeys.list(subject);
    if (had.length > 0 && !isProofEnough(staffSignIn, person, provenBy)) return passkeyFirst;
    if (had.length >= mostPasskeys)
      return refusal("too-many", `You have ${had.length} passkeys. Remove one that you do not need.`);
    const options = await generateRegistrationOptions({
      rpName: productNames[productOf(person.role)],
      rpID: relyingParty.id,
      userName: person.email,
      userDisplayName: person.name,
      // The same for one person always, and nothing of theirs in it.
      userID: new Uint8Array(createHash("sha256").update(`passkeys of ${subject}`).digest()),
      attestationType: "none",
      excludeCredentials: had.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: knownTransports(transports),
      })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const challenge = { challenge: options.challenge, userId: subject };
    return { ok: true, options, token: await passkeys.openChallenge(challenge, challengeExpiry()) };
  };
}

function refusal<Code extends string>(code: Code, message: string) {
  return { ok: false, code, message } as const;
}
