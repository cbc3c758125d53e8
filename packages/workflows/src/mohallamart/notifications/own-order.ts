import type { OrderDetails } from "@org/stores/mohallamart/port";
import { NonRetriableError } from "inngest";
import { findOrder } from "../orders/find-order.ts";
import type { NotificationRequest } from "./notification-type.ts";

/** The order that its customer is told of. @throws NonRetriableError when it is somebody else's. */
export async function ownOrder(
  { user, ports }: Pick<NotificationRequest<unknown>, "user" | "ports">,
  orderId: string,
): Promise<OrderDetails> {
  const order = await findOrder(ports.orders, orderId);
  if (order.userId !== user.userId) {
    throw new NonRetriableError(`Order ${orderId} is not one of user ${user.userId}. Correct the sender.`);
  }
  return order;
}
