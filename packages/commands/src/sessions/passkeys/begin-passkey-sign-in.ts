import type { Passkeys } from "@org/stores/passkeys/port";
import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { Outcome } from "../../outcome.ts";
import { challengeExpiry, noPasskeys, type RelyingPartyPort } from "./relying-party.ts";

export interface BeginPasskeySignInPorts extends RelyingPartyPort {
  passkeys: Pick<Passkeys, "openChallenge">;
}

type Begun = { options: PublicKeyCredentialRequestOptionsJSON; token: string };

/**
 * Begins to sign in with a passkey; the browser shows those that it has, so nobody learns here who has one.
 * @returns what the browser is to do, and its secret for `redeemPasskey`.
 */
export function beginPasskeySignIn({ passkeys, relyingParty }: BeginPasskeySignInPorts) {
  return async (): Promise<Outcome<Begun, "no-passkeys">> => {
    if (!relyingParty) return noPasskeys;
    const options = await generateAuthenticationOptions({
      rpID: relyingParty.id,
      userVerification: "required",
    });
    const { challenge } = options;
    return { ok: true, options, token: await passkeys.openChallenge({ challenge }, challengeExpiry()) };
  };
}
