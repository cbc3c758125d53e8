import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { orderId } from "./fields.ts";

export const orderUpdated = defineEvent({
  name: "order.updated",
  version: "2026-11-01.01",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary:
    "An order was packed, shipped or delivered; the customer is told and partners are brought up to date.",
  key: ["orderId"],
  revision: "status",
  data: z.object({
    orderId,
    /** How far it is. */
    status: z.enum(["packed", "shipped", "delivered"]),
    trackingNumber: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .describe("The delivery partner's number, known from `shipped` on"),
  }),
  examples: [
    { orderId: "ord_456", status: "packed" },
    { orderId: "ord_456", status: "shipped", trackingNumber: "DLV-20261101-0042" },
  ],
});
