import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { requestedMessage } from "../internal/fields/requested-message.ts";

export const notificationSmsRequested = defineEvent({
  name: "notification.smsRequested",
  version: "2026-11-28.01",
  category: "notification",
  owner: "messaging",
  kind: "command",
  summary:
    "Asks for one text message, which the sender writes and sends at its vendor's pace. Whoever asks does not wait for it.",
  key: ["key"],
  data: z.object({
    ...requestedMessage,
    userId: userId.optional().describe("Whom it is for, where the template finds them by nothing else"),
    emailKey: z
      .string()
      .min(1)
      .max(256)
      .optional()
      .describe("The key of the email that is asked for when the text cannot be sent; absent when none is"),
  }),
  examples: [
    {
      key: "order-confirmation:ord_456:sms",
      template: "order-confirmation",
      about: "ord_456",
      askedBy: "send-order-confirmation",
      recipient: "customer",
      priority: "transactional",
      data: { orderId: "ord_456" },
    },
    {
      key: "notification:evt_1:sms",
      template: "order.delivered",
      userId: "user_123",
      about: "ord_456",
      askedBy: "send-notification",
      recipient: "customer",
      priority: "transactional",
      emailKey: "notification:evt_1:email",
      data: { orderId: "ord_456" },
    },
  ],
});
