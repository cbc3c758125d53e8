import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { orderId } from "./fields.ts";

export const orderCancelled = defineEvent({
  name: "order.cancelled",
  version: "2026-11-01.01",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary:
    "An order will not be fulfilled; a captured payment is refunded, stock returns and the parties are told.",
  key: ["orderId"],
  data: z.object({
    orderId,
    /** Who ended it. */
    cancelledBy: z.enum(["customer", "shopkeeper", "system"]),
    /** Why it ended. */
    reason: z.enum(["changed-mind", "out-of-stock", "payment-failed", "undeliverable", "suspected-fraud"]),
  }),
  examples: [
    { orderId: "ord_456", cancelledBy: "customer", reason: "changed-mind" },
    { orderId: "ord_457", cancelledBy: "system", reason: "payment-failed" },
  ],
});
