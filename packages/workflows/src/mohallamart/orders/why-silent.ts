import type { OrderDetails } from "@org/stores/mohallamart/port";

/** Why the customer cannot be told anything: the contact on an order is empty once its customer deleted their account. */
export function whyErased({ orderId, customer }: OrderDetails): string | undefined {
  return customer.email === "" ? `The customer of ${orderId} deleted their account.` : undefined;
}

/** Why the customer hears nothing more of an order's progress; undefined when they are to be told. */
export function whySilent(order: OrderDetails): string | undefined {
  const { orderId, status } = order;
  return whyErased(order) ?? (status === "cancelled" ? `Order ${orderId} was cancelled.` : undefined);
}

/** Why a failed attempt to deliver is no news any more; undefined while the order is still on its way. */
export function whyNotOnItsWay(order: OrderDetails): string | undefined {
  const { orderId, status } = order;
  return whyErased(order) ?? (status === "shipped" ? undefined : `Order ${orderId} is ${status} by now.`);
}
