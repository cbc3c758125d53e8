import type { OrderStatus } from "@org/stores/mohallamart/port";

/** What an order's status is called on pages. */
export const statusText: Record<OrderStatus, string> = {
  placed: "Placed",
  packed: "Packed",
  shipped: "On its way",
  delivered: "Delivered",
  cancelled: "Cancelled",
};
