import { setTimeout as pause } from "node:timers/promises";
import type { EmailSender } from "@org/integrations/email/port";
import { reserved, type VendorLimits, vendorLimits } from "./vendor-limits.ts";

/** Resolves when the next request may leave. */
export type Turn = () => Promise<void>;

interface PaceClock {
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
}

const realClock: PaceClock = { now: () => performance.now(), wait: (milliseconds) => pause(milliseconds) };

/**
 * The turns of all emails that this process sends, evenly spaced: in no second more than the vendor takes, less what is
 * reserved for senders elsewhere. Throttles cannot see to that, as Inngest counts each function on its own: after an
 * outage all of them start in one second. They keep the line short.
 */
export function emailTurns(limits: Partial<VendorLimits> = {}, { now, wait } = realClock): Turn {
  const elsewhere = reserved.find(({ purpose }) => purpose.startsWith("sign-in"))?.percent ?? 0;
  const perSecond = ((limits.email ?? vendorLimits.email) * (100 - elsewhere)) / 100;
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const turn = Math.max(now(), next);
    next = turn + 1_000 / perSecond;
    if (turn > now()) await wait(turn - now());
  };
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
