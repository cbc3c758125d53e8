import { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import type { InngestFunction } from "inngest";
import { unlessReplayed } from "../../replayed-apart.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { notLeft } from "./requested-messages.ts";
import { type SenderPorts, sendRequestedEmails } from "./send-requested-emails.ts";

/** Sends emails that go to many, a hundred in one call. One that does not leave is recorded; the others are no failure. */
export function deliverBulkEmail(ports: SenderPorts): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "deliver-bulk-email",
      triggers: [{ ...notificationEmailRequested, if: "event.data.priority == 'bulk'" }],
      batchEvents: { maxSize: 100, timeout: "2s", if: unlessReplayed },
      retries: defaultRetries,
      throttle: sendingShare("deliver-bulk-email", ports.limits),
    },
    async ({ event, events, step }) => {
      const received: readonly (typeof event)[] = events;
      const sent = await sendRequestedEmails(
        step,
        ports,
        received.map(({ data }) => data),
      );
      if (sent.failed > 0 && sent.failed === sent.outcomes.length) throw notLeft("emails", sent);
      const { outcomes: _, ...counts } = sent;
      return counts;
    },
  );
}
