import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { dottedName } from "../internal/fields/dotted-name.ts";
import { userId } from "../internal/fields/ids.ts";
import { properties } from "../internal/fields/properties.ts";
import { personal } from "../internal/personal-data.ts";

export const notificationSend = defineEvent({
  name: "notification.send",
  version: "2026-11-01.01",
  category: "notification",
  owner: "messaging",
  kind: "command",
  summary: "Asks for a person to be told something, on the channels named here that their preferences allow.",
  data: z.object({
    userId,
    type: dottedName.describe("What it is about; chooses the wording for each channel"),
    /** Over which it may go; the person's preferences decide. */
    channels: z
      .array(z.enum(["push", "sms", "email"]))
      .min(1)
      .max(3),
    priority: z
      .enum(["transactional", "bulk"])
      .optional()
      .describe("Bulk messages wait behind transactional ones; absent means transactional"),
    data: personal("free-text", properties).describe("What the wording refers to"),
  }),
  examples: [
    {
      userId: "user_123",
      type: "order.delivered",
      channels: ["push", "sms"],
      data: { orderId: "ord_456", deliveredAt: "2026-11-03T10:15:00.000Z" },
    },
    {
      userId: "user_124",
      type: "product.priceDrop",
      channels: ["email"],
      priority: "bulk",
      data: { productId: "prod_101", price: 54.5 },
    },
  ],
});
