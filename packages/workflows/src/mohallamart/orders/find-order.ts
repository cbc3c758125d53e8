import type { OrderDetails, Orders } from "@org/stores/mohallamart/port";
import { NonRetriableError } from "inngest";

/** The order an event is about. An event is written together with its order, so a missing one will not appear later. */
export async function findOrder(orders: Pick<Orders, "get">, orderId: string): Promise<OrderDetails> {
  const order = await orders.get(orderId);
  if (!order)
    throw new NonRetriableError(
      `Order ${orderId} does not exist: it was deleted, or the event names a wrong one.`,
    );
  return order;
}
