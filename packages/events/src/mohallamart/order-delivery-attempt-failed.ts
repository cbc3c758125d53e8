import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { orderId } from "./fields.ts";

export const orderDeliveryAttemptFailed = defineEvent({
  name: "order.deliveryAttemptFailed",
  version: "2026-11-28.01",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary:
    "The delivery partner could not hand an order over and tries again; the customer is told. After the last attempt there is order.cancelled instead.",
  data: z.object({
    orderId,
    attempt: z.int().min(1).max(100).describe("Which of the order's failed attempts it is"),
    /** Why the parcel was not handed over. */
    reason: z.enum(["nobody-there", "refused", "address-not-found", "other"]),
  }),
  examples: [
    { orderId: "ord_456", attempt: 1, reason: "nobody-there" },
    { orderId: "ord_456", attempt: 2, reason: "address-not-found" },
  ],
});
