import { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import type { InngestFunction } from "inngest";
import { unlessReplayed } from "../../replayed-apart.ts";
import { retries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { notLeft } from "./requested-messages.ts";
import { type SenderPorts, sendRequestedEmails } from "./send-requested-emails.ts";

/**
 * Sends the emails that people wait for, all that were asked for within a second in one call. It is the one place that
 * waits for the email vendor: who asks for an email goes on. What goes to many has a sender of its own.
 */
export function deliverEmail(ports: SenderPorts): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "deliver-email",
      triggers: [{ ...notificationEmailRequested, if: "event.data.priority != 'bulk'" }],
      batchEvents: { maxSize: 100, timeout: "1s", if: unlessReplayed },
      ...retries(
        20,
        "Whoever asked for them has gone on: these reach over 70 minutes of a vendor's trouble.",
      ),
      throttle: sendingShare("deliver-email", ports.limits),
    },
    async ({ event, events, step }) => {
      const received: readonly (typeof event)[] = events;
      const sent = await sendRequestedEmails(
        step,
        ports,
        received.map(({ data }) => data),
      );
      // Run again, it sends what is left and nothing twice.
      if (sent.failed > 0) throw notLeft("emails", sent);
      const { outcomes: _, ...counts } = sent;
      return counts;
    },
  );
}
