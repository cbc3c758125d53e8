import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { rupees } from "../internal/fields/amounts.ts";
import { disputeId, orderId, paymentId } from "./fields.ts";

export const paymentDisputed = defineEvent({
  name: "payment.disputed",
  version: "2026-11-27.01",
  category: "payment",
  owner: "orders",
  kind: "fact",
  summary:
    "A customer's bank questions the payment of an order, or has decided; the customer is told, and whoever has to answer the bank.",
  key: ["disputeId"],
  revision: "status",
  data: z.object({
    orderId,
    paymentId,
    disputeId,
    amount: rupees,
    /** How far the bank is with it. */
    status: z.enum(["open", "under-review", "won", "lost", "closed"]),
    answerBy: z.iso.datetime().optional().describe("Until when the bank waits for an answer"),
  }),
  examples: [
    {
      orderId: "ord_457",
      paymentId: "pay_29QQoUBi66xm2f",
      disputeId: "disp_AHfqOvkldwsbqt",
      amount: 186,
      status: "open",
      answerBy: "2026-12-04T18:30:00.000Z",
    },
    {
      orderId: "ord_457",
      paymentId: "pay_29QQoUBi66xm2f",
      disputeId: "disp_AHfqOvkldwsbqt",
      amount: 186,
      status: "lost",
    },
  ],
});
