import type { Passkeys } from "@org/stores/passkeys/port";
import type { Sessions } from "@org/stores/sessions/port";
import type { Outcome } from "../../outcome.ts";
import { findPeople, type PeopleStores, subjectOf } from "../find-people.ts";
import type { Product } from "../person.ts";

export interface ForgetPasskeysPorts {
  people: PeopleStores;
  passkeys: Pick<Passkeys, "list" | "remove">;
  sessions: Pick<Sessions, "closeAllOf">;
}

/**
 * Forgets the passkeys of everybody with an address, who lost the devices, and signs them out everywhere: with a code by
 * email they add a new one. An operator makes sure first who is asking.
 * @returns how many were forgotten.
 */
export function forgetPasskeys({ people, passkeys, sessions }: ForgetPasskeysPorts) {
  return async (owner: {
    product: Product;
    email: string;
  }): Promise<Outcome<{ forgotten: number }, "no-account">> => {
    const found = await findPeople(people, owner.product, owner.email);
    if (found.length === 0)
      return {
        ok: false,
        code: "no-account",
        message: `Nobody signs in at ${owner.product} with this address.`,
      };
    let forgotten = 0;
    for (const subject of found.map(subjectOf)) {
      for (const { credentialId } of await passkeys.list(subject))
        if (await passkeys.remove(subject, credentialId)) forgotten += 1;
      await sessions.closeAllOf(subject);
    }
    return { ok: true, forgotten };
  };
}
