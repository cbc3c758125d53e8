import { relyingPartyOf } from "@org/commands/sessions/passkeys/relying-party";
import { ownOrigin } from "../../http/own-origin.ts";

/** Whether browsers have passkeys at the address under which people reach this app. */
export function arePasskeysHere(): boolean {
  return relyingPartyOf(ownOrigin()) !== undefined;
}
