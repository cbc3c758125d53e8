import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { rupees } from "../internal/fields/amounts.ts";
import { userId } from "../internal/fields/ids.ts";
import { orderId, orderItem, paymentId, shopId } from "./fields.ts";

export const orderPaid = defineEvent({
  name: "order.paid",
  version: "2026-11-27.01",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary:
    "The payment of a prepaid order was captured and its stock taken; what follows from a cash order at once follows from now on.",
  key: ["orderId"],
  data: z.object({
    orderId,
    userId,
    shopId,
    /** What was ordered, each product once. */
    items: z.array(orderItem).min(1).max(200),
    total: rupees,
    paymentId,
  }),
  examples: [
    {
      orderId: "ord_457",
      userId: "user_123",
      shopId: "shop_790",
      items: [
        { productId: "prod_101", quantity: 1 },
        { productId: "prod_102", quantity: 3 },
      ],
      total: 186,
      paymentId: "pay_29QQoUBi66xm2f",
    },
    {
      orderId: "ord_458",
      userId: "user_124",
      shopId: "shop_789",
      items: [{ productId: "prod_202", quantity: 2 }],
      total: 330,
      paymentId: "pay_29QQoUBi66xm2g",
    },
  ],
});
