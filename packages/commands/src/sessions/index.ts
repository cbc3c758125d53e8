import type { EmailSender } from "@org/integrations/email/port";
import type { Sessions } from "@org/stores/sessions/port";
import type { SignInCodes } from "@org/stores/sign-in-codes/port";
import { closeSession } from "./close-session.ts";
import type { PeopleStores } from "./find-people.ts";
import { offerPeople } from "./offer-people.ts";
import { openSession } from "./open-session.ts";
import type { Product } from "./person.ts";
import { redeemSignInCode } from "./redeem-sign-in-code.ts";
import { sendSignInCode } from "./send-sign-in-code.ts";

export interface SessionCommandPorts {
  people: PeopleStores;
  sessions: Sessions;
  codes: SignInCodes;
  /** Email in the name of a product. */
  emailOf(product: Product): EmailSender;
}

/** How people of both products sign in and out. */
export function sessionCommands(ports: SessionCommandPorts) {
  return {
    closeSession: closeSession(ports),
    offerPeople: offerPeople(ports),
    openSession: openSession(ports),
    redeemSignInCode: redeemSignInCode(ports),
    sendSignInCode: sendSignInCode(ports),
  };
}
