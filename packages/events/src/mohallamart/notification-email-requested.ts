import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { requestedMessage } from "../internal/fields/requested-message.ts";

export const notificationEmailRequested = defineEvent({
  name: "notification.emailRequested",
  version: "2026-11-27.01",
  category: "notification",
  owner: "messaging",
  kind: "command",
  summary:
    "Asks for one email, which the sender writes and sends with others at its vendor's pace. Whoever asks does not wait for it.",
  key: ["key"],
  data: z.object({
    ...requestedMessage,
    userId: userId.optional().describe("Whom it is for, where the template finds them by nothing else"),
  }),
  examples: [
    {
      key: "order-confirmation:ord_456:email",
      template: "order-confirmation",
      about: "ord_456",
      askedBy: "send-order-confirmation",
      recipient: "customer",
      priority: "transactional",
      data: { orderId: "ord_456" },
    },
    {
      key: "notification:evt_1:email",
      template: "product.priceDrop",
      userId: "user_123",
      about: "prod_101",
      askedBy: "send-bulk-notification",
      recipient: "customer",
      priority: "bulk",
      data: { productId: "prod_101", price: 54.5, previousPrice: 60 },
    },
  ],
});
