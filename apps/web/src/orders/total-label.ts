import type { Order } from "@org/stores/mohallamart/port";

/** What an order's total is called. */
export function totalLabelOf({ payment, status }: Pick<Order, "payment" | "status">): string {
  if (status === "cancelled") return "Total";
  return payment === "cash" ? "Total, cash on delivery" : "Total, paid online";
}
