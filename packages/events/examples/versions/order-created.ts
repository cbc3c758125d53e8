import { defineEvent, previousVersion } from "@org/events";
import { prefixedId, rupees, userId } from "@org/events/fields";
import { toPaise, toRupees } from "@org/events/money";
import * as z from "zod";

const orderId = prefixedId("ord");
const productId = prefixedId("prod");
const quantity = z.int().min(1).max(1_000);

/** The total was the receiver's to compute, from each line's price. */
const pricedItems = previousVersion({
  version: "2026-10-01.01",
  sunset: "2027-03-31",
  data: z.object({
    orderId,
    userId,
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

/** An event whose earlier version is still in flight: whatever was sent, workflows read the latest shape. */
export const orderCreated = defineEvent({
  name: "order.created",
  version: "2026-11-01.01",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary: "A customer placed an order.",
  key: ["orderId"],
  data: z.object({
    orderId,
    userId,
    items: z.array(z.object({ productId, quantity })).min(1).max(200),
    total: rupees,
  }),
  examples: [
    { orderId: "ord_456", userId: "user_123", items: [{ productId: "prod_101", quantity: 2 }], total: 1250 },
    { orderId: "ord_457", userId: "user_123", items: [{ productId: "prod_102", quantity: 3 }], total: 199.5 },
  ],
  previous: pricedItems,
});
