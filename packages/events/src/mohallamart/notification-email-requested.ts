import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { properties } from "../internal/fields/properties.ts";
import { personal } from "../internal/personal-data.ts";

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
    key: z.string().min(1).max(256).describe("The email's idempotency key: one email for each"),
    template: z
      .string()
      .max(100)
      .regex(/^[a-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$/, "Expected a name such as order-confirmation")
      .describe("Chooses the wording and finds the address; the name of an email, or a type of notification"),
    userId: userId.optional().describe("Whom it is for, where the template finds them by nothing else"),
    about: z
      .string()
      .min(1)
      .max(100)
      .describe("The id of what it is about: its delivery is found under this id"),
    askedBy: z
      .string()
      .max(100)
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Expected a workflow such as send-order-confirmation")
      .describe("The workflow under whose name the delivery is recorded"),
    recipient: z.enum(["customer", "shopkeeper", "admin"]),
    priority: z.enum(["transactional", "bulk"]).describe("Each has a sender of its own"),
    data: personal("free-text", properties).describe("What the template needs: ids, and what no store keeps"),
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
