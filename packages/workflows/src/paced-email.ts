import type { EmailSender } from "@org/integrations/email/port";
import { evenTurns, type PaceClock, type Turn } from "./turns.ts";
import { reserved, type VendorLimits, vendorLimits } from "./vendor-limits.ts";

/**
 * The turns of all emails that this process sends, evenly spaced: in no second more than the vendor takes, less what is
 * reserved for senders elsewhere. Throttles cannot see to that, as Inngest counts each function on its own: after an
 * outage all of them start in one second. They keep the line short.
 */
export function emailTurns(limits: Partial<VendorLimits> = {}, clock?: PaceClock): Turn {
  const elsewhere = reserved.find(({ purpose }) => purpose.startsWith("sign-in"))?.percent ?? 0;
  const perSecond = ((limits.email ?? vendorLimits.email) * (100 - elsewhere)) / 100;
  return evenTurns(perSecond, clock);
}

/** An email port whose requests wait for their turn; ports that share the vendor's account share the turns. */
export function pacedEmail(email: EmailSender, turn: Turn): EmailSender {
  return {
    async send(message) {
      await turn();
      return email.send(message);
    },
    async sendBatch(messages, key) {
      await turn();
      return email.sendBatch(messages, key);
    },
  };
}
