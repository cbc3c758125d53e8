import type { Notification } from "@org/stores/mohallamart/port";

/** The page that a notification is about: its order's, or the storefront for a product. */
export function targetOf({ data }: Pick<Notification, "data">): "/" | `/orders/${string}` | undefined {
  if (typeof data?.orderId === "string") return `/orders/${encodeURIComponent(data.orderId)}`;
  return typeof data?.productId === "string" ? "/" : undefined;
}
