import type { Passkeys } from "@org/stores/passkeys/port";
import type { Outcome } from "../../outcome.ts";
import { subjectOf } from "../find-people.ts";
import type { Person } from "../person.ts";
import { unknownPasskey } from "./unknown-passkey.ts";

/** Nobody signs in with this passkey any more. */
export function removePasskey({ passkeys }: { passkeys: Pick<Passkeys, "remove"> }) {
  return async (request: {
    person: Person;
    credentialId: string;
  }): Promise<Outcome<object, "unknown-passkey">> =>
    (await passkeys.remove(subjectOf(request.person), request.credentialId)) ? { ok: true } : unknownPasskey;
}
