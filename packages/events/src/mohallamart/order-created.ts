import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { rupees } from "../internal/fields/amounts.ts";
import { userId } from "../internal/fields/ids.ts";
import { prepaidNamesPayment } from "../internal/rules/mohallamart.ts";
import { orderId, orderItem, paymentId, shopId } from "./fields.ts";

export const orderCreated = defineEvent({
  name: "order.created",
  version: "2026-11-01.01",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary: "A customer placed an order; confirmation, stock, analytics and the shopkeeper's notice follow.",
  key: ["orderId"],
  data: z
    .object({
      orderId,
      userId,
      shopId,
      /** What was ordered, each product once. */
      items: z.array(orderItem).min(1).max(200),
      total: rupees,
      /** How it is paid. */
      payment: z.enum(["cash", "prepaid"]).optional(),
      paymentId: paymentId.optional(),
    })
    .refine(prepaidNamesPayment, {
      path: ["paymentId"],
      message: "A prepaid order names the payment to capture",
    }),
  examples: [
    {
      orderId: "ord_456",
      userId: "user_123",
      shopId: "shop_790",
      items: [{ productId: "prod_101", quantity: 2 }],
      total: 120,
    },
    {
      orderId: "ord_457",
      userId: "user_123",
      shopId: "shop_790",
      items: [
        { productId: "prod_101", quantity: 1 },
        { productId: "prod_102", quantity: 3 },
      ],
      total: 186,
      payment: "prepaid",
      paymentId: "pay_29QQoUBi66xm2f",
    },
  ],
});
