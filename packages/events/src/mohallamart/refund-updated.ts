import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { rupees } from "../internal/fields/amounts.ts";
import { orderId, paymentId, refundId } from "./fields.ts";

export const refundUpdated = defineEvent({
  name: "refund.updated",
  version: "2026-11-27.01",
  category: "refund",
  owner: "orders",
  kind: "fact",
  summary:
    "The bank has the money of an order's refund, or did not take it; the customer is told, and of a failure whoever runs the shop.",
  key: ["refundId"],
  revision: "status",
  data: z.object({
    orderId,
    paymentId,
    refundId,
    amount: rupees,
    /** Whether the bank took the money. */
    status: z.enum(["processed", "failed"]),
    standing: z
      .boolean()
      .describe("Whether the order stands although its money went back, which a person has to look at"),
  }),
  examples: [
    {
      orderId: "ord_457",
      paymentId: "pay_29QQoUBi66xm2f",
      refundId: "rfnd_FP8QHiV938haTz",
      amount: 186,
      status: "processed",
      standing: false,
    },
    {
      orderId: "ord_458",
      paymentId: "pay_29QQoUBi66xm2g",
      refundId: "rfnd_FP8R8EGjGbPkVb",
      amount: 330,
      status: "failed",
      standing: false,
    },
  ],
});
