import type { EmailSender } from "@org/integrations/email/port";
import type { KnownBrowsers } from "@org/stores/known-browsers/port";
import type { Passkeys } from "@org/stores/passkeys/port";
import type { Sessions } from "@org/stores/sessions/port";
import type { SignInCodes } from "@org/stores/sign-in-codes/port";
import { closeSession } from "./close-session.ts";
import { endSession } from "./end-session.ts";
import { exportOwnData, type PersonalDataPorts } from "./export-own-data.ts";
import type { PeopleStores } from "./find-people.ts";
import { offerPeople } from "./offer-people.ts";
import { openSession } from "./open-session.ts";
import { addPasskey } from "./passkeys/add-passkey.ts";
import { beginPasskey } from "./passkeys/begin-passkey.ts";
import { beginPasskeySignIn } from "./passkeys/begin-passkey-sign-in.ts";
import { forgetPasskeys } from "./passkeys/forget-passkeys.ts";
import { redeemPasskey } from "./passkeys/redeem-passkey.ts";
import type { RelyingPartyPort } from "./passkeys/relying-party.ts";
import { removePasskey } from "./passkeys/remove-passkey.ts";
import { renamePasskey } from "./passkeys/rename-passkey.ts";
import type { StaffSignInPort } from "./passkeys/staff-sign-in.ts";
import type { Product } from "./person.ts";
import { redeemSignInCode } from "./redeem-sign-in-code.ts";
import { renewSession } from "./renew-session.ts";
import { sendSignInCode } from "./send-sign-in-code.ts";
import { signOutEverywhere } from "./sign-out-everywhere.ts";
import { warnOfWrongCodes } from "./warn-of-wrong-codes.ts";

export interface SessionCommandPorts extends RelyingPartyPort, StaffSignInPort, PersonalDataPorts {
  people: PeopleStores;
  sessions: Sessions;
  codes: SignInCodes;
  knownBrowsers: KnownBrowsers;
  passkeys: Passkeys;
  /** Email in the name of a product. */
  emailOf(product: Product): EmailSender;
  /** Where people reach the web app, without a path. */
  webUrl: string;
}

/** How people of both products sign in and out. */
export function sessionCommands(ports: SessionCommandPorts) {
  return {
    addPasskey: addPasskey(ports),
    beginPasskey: beginPasskey(ports),
    beginPasskeySignIn: beginPasskeySignIn(ports),
    closeSession: closeSession(ports),
    endSession: endSession(ports),
    exportOwnData: exportOwnData(ports),
    forgetPasskeys: forgetPasskeys(ports),
    offerPeople: offerPeople(ports),
    openSession: openSession(ports),
    redeemPasskey: redeemPasskey(ports),
    redeemSignInCode: redeemSignInCode(ports),
    removePasskey: removePasskey(ports),
    renamePasskey: renamePasskey(ports),
    renewSession: renewSession(ports),
    sendSignInCode: sendSignInCode(ports),
    signOutEverywhere: signOutEverywhere(ports),
    warnOfWrongCodes: warnOfWrongCodes(ports),
  };
}
