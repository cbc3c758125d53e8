import type { Passkeys } from "@org/stores/passkeys/port";
import type { Proof } from "@org/stores/sessions/port";
import type { Outcome } from "../../outcome.ts";
import { subjectOf } from "../find-people.ts";
import type { Person } from "../person.ts";
import { isProofEnough, passkeyFirst, type StaffSignInPort } from "./staff-sign-in.ts";
import { unknownPasskey } from "./unknown-passkey.ts";

/** Nobody signs in with this passkey any more. */
export function removePasskey({
  passkeys,
  staffSignIn,
}: { passkeys: Pick<Passkeys, "remove"> } & StaffSignInPort) {
  return async (request: {
    person: Person;
    /** What their session was opened with. */
    provenBy: Proof | undefined;
    credentialId: string;
  }): Promise<Outcome<object, "passkey-first" | "unknown-passkey">> => {
    const { person, provenBy, credentialId } = request;
    if (!isProofEnough(staffSignIn, person, provenBy)) return passkeyFirst;
    return (await passkeys.remove(subjectOf(person), credentialId)) ? { ok: true } : unknownPasskey;
  };
}
