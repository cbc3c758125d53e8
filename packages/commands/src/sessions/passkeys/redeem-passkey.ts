import type { Passkey, Passkeys } from "@org/stores/passkeys/port";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import type * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { findPerson, type PeopleStores } from "../find-people.ts";
import type { Person } from "../person.ts";
import { knownTransports, usedPasskey } from "./passkey-responses.ts";
import { noPasskeys, type RelyingParty, type RelyingPartyPort } from "./relying-party.ts";

export interface RedeemPasskeyPorts extends RelyingPartyPort {
  people: PeopleStores;
  passkeys: Pick<Passkeys, "find" | "use" | "takeChallenge">;
}

export interface UsedPasskey {
  /** The browser's secret. */
  token: string;
  /** What the browser said. */
  response: unknown;
}

const refused = {
  ok: false,
  code: "not-accepted",
  message: "This passkey was not accepted. Try again, or sign in with a code.",
} as const;

/** Uses a passkey to sign in. @returns whose it is. */
export function redeemPasskey({ people, passkeys, relyingParty }: RedeemPasskeyPorts) {
  return async (
    entries: UsedPasskey,
  ): Promise<Outcome<{ person: Person }, "no-passkeys" | "not-accepted">> => {
    if (!relyingParty) return noPasskeys;
    const asked = await passkeys.takeChallenge(entries.token);
    const { data: response } = usedPasskey.safeParse(entries.response);
    // One that was asked for to add a passkey signs nobody in.
    if (!response || !asked || asked.userId !== undefined) return refused;
    const passkey = await passkeys.find(response.id);
    const counter = passkey && (await countOf(response, asked.challenge, { passkey, relyingParty }));
    if (!passkey || counter === undefined) return refused;
    const person = await findPerson(people, passkey.userId);
    if (!person || !(await passkeys.use(passkey.credentialId, counter))) return refused;
    return { ok: true, person };
  };
}

/** @returns the authenticator's count; undefined when what it signed is not what it was asked to. */
async function countOf(
  response: z.output<typeof usedPasskey>,
  expectedChallenge: string,
  { passkey, relyingParty }: { passkey: Passkey; relyingParty: RelyingParty },
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.counter,
        transports: knownTransports(passkey.transports),
      },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    // It throws for whatever is not as it should be, and says so in words for programmers.
    return undefined;
  }
}
