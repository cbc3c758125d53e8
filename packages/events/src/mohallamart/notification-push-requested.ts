import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { properties } from "../internal/fields/properties.ts";
import { personal } from "../internal/personal-data.ts";

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
    key: z.string().min(1).max(256).describe("The message's idempotency key: one message for each"),
    template: z
      .string()
      .max(100)
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Expected a name such as new-order")
      .describe("Chooses the wording"),
    readerId: z
      .string()
      .regex(/^[a-z]+_[A-Za-z0-9]{1,64}$/, "Expected an id such as sk_123")
      .describe("Whose devices: the id under which they are subscribed"),
    about: z
      .string()
      .min(1)
      .max(100)
      .describe("The id of what it is about: its delivery is found under this id"),
    askedBy: z
      .string()
      .max(100)
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Expected a workflow such as notify-shopkeeper")
      .describe("The workflow under whose name the delivery is recorded"),
    recipient: z.enum(["customer", "shopkeeper", "admin"]),
    data: personal("free-text", properties).describe("What the template needs: ids, and what no store keeps"),
  }),
  examples: [
    {
      key: "new-order:ord_456:sk_12:push",
      template: "new-order",
      readerId: "sk_12",
      about: "ord_456",
      askedBy: "notify-shopkeeper",
      recipient: "shopkeeper",
      data: { orderId: "ord_456" },
    },
    {
      key: "out-of-stock:product.outOfStock:prod_101:1:sk_12:push",
      template: "shelf-empty",
      readerId: "sk_12",
      about: "prod_101",
      askedBy: "process-out-of-stock-alert",
      recipient: "shopkeeper",
      data: { productId: "prod_101" },
    },
  ],
});
