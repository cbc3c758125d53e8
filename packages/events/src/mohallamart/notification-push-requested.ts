import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { requestedMessage } from "../internal/fields/requested-message.ts";

export const notificationPushRequested = defineEvent({
  name: "notification.pushRequested",
  version: "2026-11-28.01",
  category: "notification",
  owner: "messaging",
  kind: "command",
  summary:
    "Asks for one push message, which the sender writes and sends at its vendor's pace. Whoever asks does not wait for it.",
  key: ["key"],
  data: z.object({
    ...requestedMessage,
    readerId: z
      .string()
      .regex(/^[a-z]+_[A-Za-z0-9]{1,64}$/, "Expected an id such as sk_123")
      .describe("Whose devices: the id under which they are subscribed"),
  }),
  examples: [
    {
      key: "new-order:ord_456:sk_998:push",
      template: "new-order",
      readerId: "sk_998",
      about: "ord_456",
      askedBy: "notify-shopkeeper",
      recipient: "shopkeeper",
      priority: "transactional",
      data: { orderId: "ord_456" },
    },
    {
      key: "notification:evt_1:push",
      template: "product.backInStock",
      readerId: "user_123",
      about: "prod_101",
      askedBy: "send-notification",
      recipient: "customer",
      priority: "bulk",
      data: { productId: "prod_101" },
    },
  ],
});
