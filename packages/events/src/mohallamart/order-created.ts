import * as z from "zod";
import { defineEvent } from "../define-event.ts";
import { rupees } from "../fields/amounts.ts";
import { userId } from "../fields/ids.ts";
import { toPaise, toRupees } from "../money.ts";
import { previousVersion } from "../previous-version.ts";
import { orderId, orderItem, paymentId, productId, quantity, shopId } from "./fields.ts";

const items = z.array(orderItem).min(1).max(200);

/** The total was the receiver's to compute, from each line's price. */
const pricedItems = previousVersion({
  version: "2026-10-01.01",
  sunset: "2027-03-31",
  data: z.object({
    orderId,
    userId,
    shopId,
    items: z
      .array(z.object({ productId, quantity, price: rupees.max(10_000) }))
      .min(1)
      .max(200),
  }),
  upcast: ({ items, ...order }) => ({
    ...order,
    items: items.map(({ productId, quantity }) => ({ productId, quantity })),
    total: toRupees(items.reduce((paise, { price, quantity }) => paise + toPaise(price) * quantity, 0)),
  }),
});

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
      items,
      total: rupees,
      payment: z.enum(["cash", "prepaid"]).optional(),
      paymentId: paymentId.optional(),
    })
    .refine(({ payment, paymentId }) => payment !== "prepaid" || paymentId !== undefined, {
      path: ["paymentId"],
      message: "A prepaid order names the payment to capture",
    }),
  examples: [
    {
      orderId: "ord_456",
      userId: "user_123",
      shopId: "shop_789",
      items: [{ productId: "prod_101", quantity: 2 }],
      total: 1250,
    },
    {
      orderId: "ord_457",
      userId: "user_123",
      shopId: "shop_789",
      items: [
        { productId: "prod_101", quantity: 1 },
        { productId: "prod_102", quantity: 3 },
      ],
      total: 199.5,
      payment: "prepaid",
      paymentId: "pay_29QQoUBi66xm2f",
    },
  ],
  previous: pricedItems,
});
