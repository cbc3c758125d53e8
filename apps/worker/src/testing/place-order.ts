import { orderCreated } from "@org/events/mohallamart/order-created";
import { demoProducts } from "@org/stores/demo-data/mohallamart";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import type { Pool } from "@org/stores/postgres";

/** What tests decide of an order; its customer is another one for each. */
export interface PlacedOrder {
  orderId: string;
  userId: string;
  email: string;
  phone?: string;
  /** Of the demo products; default: the first. */
  product?: number;
}

/** Places an order of one demo product as the storefront does: the order and its event in one transaction. */
export async function placeOrder(pool: Pool, order: PlacedOrder): Promise<void> {
  const { orderId, userId, email, phone = "+919876543210", product = 0 } = order;
  const sold = demoProducts[product % demoProducts.length];
  if (!sold) throw new Error("There is nothing to sell.");
  await mohallaMartStores(pool).orders.place(
    {
      orderId,
      shopId: sold.shopId,
      customer: { userId, name: "Asha Rao", email, phone },
      items: [{ productId: sold.productId, quantity: 1 }],
      payment: "cash",
    },
    {
      emit: ({ shopId, items, total, payment }) => [
        orderCreated.create({ orderId, userId, shopId, items, total, payment }),
      ],
    },
  );
}
