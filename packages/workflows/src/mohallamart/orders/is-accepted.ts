import type { OrderDetails, Orders } from "@org/stores/mohallamart/port";

/**
 * Whether shop, partners and the counts have heard of an order, or will: of a cash order at once, of a prepaid one
 * after its payment, when its stock was taken. It does not change once an order is cancelled.
 */
export async function isAccepted(
  orders: Pick<Orders, "progress">,
  { orderId, payment }: OrderDetails,
): Promise<boolean> {
  return payment === "cash" || (await orders.progress(orderId))?.stockTakenAt !== undefined;
}
