import type { Order } from "@org/stores/mohallamart/port";

/** What an order's total is called, as its key among the words of orders. */
export function totalLabelOf({
  payment,
  status,
}: Pick<Order, "payment" | "status">): "total" | "totalCash" | "totalOnline" {
  if (status === "cancelled") return "total";
  return payment === "cash" ? "totalCash" : "totalOnline";
}
