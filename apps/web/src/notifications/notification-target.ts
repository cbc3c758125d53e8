import type { Notification } from "@org/stores/mohallamart/port";

/** The page that a notification is about: its order's, or its product's. */
export function targetOf({
  data,
}: Pick<Notification, "data">): `/orders/${string}` | `/products/${string}` | undefined {
  if (typeof data?.orderId === "string") return `/orders/${encodeURIComponent(data.orderId)}`;
  return typeof data?.productId === "string" ? `/products/${encodeURIComponent(data.productId)}` : undefined;
}
