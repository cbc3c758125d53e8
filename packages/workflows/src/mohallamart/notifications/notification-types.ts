import { NonRetriableError } from "inngest";
import type { NotificationType } from "./notification-type.ts";
import { orderAttemptFailed } from "./order-attempt-failed.tsx";
import { orderStatus } from "./order-status.tsx";
import { backInStock, outOfStock, priceDrop } from "./product-news.tsx";

/** Every kind of notification, by the `type` of `notification.send`. */
export const notificationTypes: ReadonlyMap<string, NotificationType> = new Map([
  ["order.packed", orderStatus("packed")],
  ["order.shipped", orderStatus("shipped")],
  ["order.delivered", orderStatus("delivered")],
  ["order.attemptFailed", orderAttemptFailed],
  ["product.priceDrop", priceDrop],
  ["product.backInStock", backInStock],
  ["product.outOfStock", outOfStock],
]);

/** @throws NonRetriableError for a type that nobody has put into words. */
export function notificationTypeOf(name: string): NotificationType {
  const type = notificationTypes.get(name);
  if (type) return type;
  const known = [...notificationTypes.keys()].join(", ");
  throw new NonRetriableError(
    `There is no notification of type ${name}; there are: ${known}. Correct the sender, or add the type.`,
  );
}
