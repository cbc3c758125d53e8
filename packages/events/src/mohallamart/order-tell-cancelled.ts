import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { orderId } from "./fields.ts";

export const orderTellCancelled = defineEvent({
  name: "order.tellCancelled",
  version: "2026-11-27.01",
  category: "order",
  owner: "orders",
  kind: "command",
  summary:
    "Asks for customer and shop to be told that an order was cancelled. Sent while it is undone, so that no message waits for a refund and no refund for a message.",
  key: ["orderId"],
  data: z.object({
    orderId,
    /** Why it ended. */
    reason: z.enum(["changed-mind", "out-of-stock", "payment-failed", "undeliverable", "suspected-fraud"]),
  }),
  examples: [
    { orderId: "ord_456", reason: "changed-mind" },
    { orderId: "ord_457", reason: "payment-failed" },
  ],
});
