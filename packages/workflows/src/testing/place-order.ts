import { orderCreated } from "@org/events/mohallamart/order-created";
import type { NewOrder, PlacedOrder } from "@org/integrations/stores/mohallamart/port";
import type { TestBench } from "./test-bench.ts";

export const asha = {
  userId: "user_asha",
  name: "Asha Rao",
  email: "asha@example.com",
  phone: "+919876543210",
};

/** Orders as the storefront does: the order and its event in one write. */
export function placeOrder(
  { mohallaMart, products }: TestBench,
  order: Partial<NewOrder> = {},
): Promise<PlacedOrder> {
  const product = products[0];
  if (!product) throw new Error("The demo data has no product.");
  return mohallaMart.orders.place(
    {
      orderId: "ord_1",
      shopId: product.shopId,
      customer: asha,
      items: [{ productId: product.productId, quantity: 2 }],
      payment: "cash",
      ...order,
    },
    {
      emit: ({ orderId, userId, shopId, items, total }) => [
        orderCreated.create({ orderId, userId, shopId, items, total, payment: "cash" }),
      ],
    },
  );
}

/** Orders every piece of a product. */
export async function buyAll(bench: TestBench): Promise<void> {
  const [product] = bench.products;
  if (!product) throw new Error("The demo data has no product.");
  const { productId, shopId, stock } = product;
  await placeOrder(bench, { shopId, items: [{ productId, quantity: stock }] });
}
