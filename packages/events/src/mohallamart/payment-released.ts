import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { rupees } from "../internal/fields/amounts.ts";
import { orderId, paymentId } from "./fields.ts";

export const paymentReleased = defineEvent({
  name: "payment.released",
  version: "2026-11-27.01",
  category: "payment",
  owner: "orders",
  kind: "fact",
  summary:
    "A customer paid, and no order is paid with it: it was refused meanwhile, or placed without this payment. The money goes back, and the customer is told why.",
  key: ["paymentId"],
  data: z.object({
    orderId: orderId.describe("The order that it was meant for; there may be none with this id"),
    paymentId,
    amount: rupees.describe("What the customer was asked to pay"),
  }),
  examples: [
    { orderId: "ord_458", paymentId: "pay_29QQoUBi66xm2g", amount: 330 },
    { orderId: "ord_456", paymentId: "pay_29QQoUBi66xm2h", amount: 120 },
  ],
});
