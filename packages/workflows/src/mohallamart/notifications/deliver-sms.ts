import { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import type { InngestFunction } from "inngest";
import { unlessReplayed } from "../../replayed-apart.ts";
import { retries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { notLeft } from "./requested-messages.ts";
import { sendRequestedTexts, type TextPorts, textsAtOnce } from "./send-requested-texts.ts";

/**
 * Sends the text messages that people wait for, up to ten that were asked for within a second side by side. It waits for the
 * vendors in the place of who asks, and for no other channel. What goes to many has a sender of its own.
 */
export function deliverSms(ports: TextPorts): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "deliver-sms",
      triggers: [{ ...notificationSmsRequested, if: "event.data.priority != 'bulk'" }],
      batchEvents: { maxSize: textsAtOnce, timeout: "1s", if: unlessReplayed },
      ...retries(
        8,
        "They reach over 12 minutes of both vendors' trouble; after it an email is asked for where one is to be.",
      ),
      throttle: sendingShare("deliver-sms", ports.limits),
    },
    async ({ event, events, step }) => {
      const received: readonly (typeof event)[] = events;
      const sent = await sendRequestedTexts(step, ports, received);
      // Run again, it sends what is left and nothing twice.
      if (sent.failed > 0) throw notLeft("texts", sent);
      const { outcomes: _, ...counts } = sent;
      return counts;
    },
  );
}
