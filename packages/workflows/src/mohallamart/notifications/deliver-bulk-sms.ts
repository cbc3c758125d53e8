import { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import type { InngestFunction } from "inngest";
import { unlessReplayed } from "../../replayed-apart.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { notLeft } from "./requested-messages.ts";
import { sendRequestedTexts, type TextPorts, textsAtOnce } from "./send-requested-texts.ts";

/** Sends text messages that go to many, up to ten side by side. Who asked for them has waited for the day. */
export function deliverBulkSms(ports: TextPorts): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "deliver-bulk-sms",
      triggers: [{ ...notificationSmsRequested, if: "event.data.priority == 'bulk'" }],
      batchEvents: { maxSize: textsAtOnce, timeout: "2s", if: unlessReplayed },
      retries: defaultRetries,
      throttle: sendingShare("deliver-bulk-sms", ports.limits),
    },
    async ({ event, events, step }) => {
      const received: readonly (typeof event)[] = events;
      const sent = await sendRequestedTexts(step, ports, received);
      // One that does not leave is recorded; the others are no failure.
      if (sent.failed > 0 && sent.failed === sent.outcomes.length) throw notLeft("texts", sent);
      const { outcomes: _, ...counts } = sent;
      return counts;
    },
  );
}
