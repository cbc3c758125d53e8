import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { OrderStatusError } from "@org/stores/mohallamart/errors";
import type { Order, Orders } from "@org/stores/mohallamart/port";

/** Whether the shop still has it. */
export function isCancellable({ status }: Pick<Order, "status">): boolean {
  return status === "placed" || status === "packed";
}

/**
 * Cancels an order for its customer, with the event that undoes the rest. Cancelling again changes nothing.
 * @returns false when it is too late: the order was shipped.
 */
export async function cancelOrder(orders: Orders, orderId: string): Promise<boolean> {
  const cancelled = orderCancelled.create({ orderId, cancelledBy: "customer", reason: "changed-mind" });
  try {
    await orders.cancel(orderId, { emit: [cancelled] });
    return true;
  } catch (error) {
    if (error instanceof OrderStatusError) return false;
    throw error;
  }
}
