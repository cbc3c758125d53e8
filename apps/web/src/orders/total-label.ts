import type { Order } from "@org/stores/mohallamart/port";
import type { orderWords } from "./words.ts";

/** What an order's total is called. */
export function totalLabelOf({ payment, status }: Pick<Order, "payment" | "status">): keyof typeof orderWords {
  if (status === "cancelled") return "total";
  return payment === "cash" ? "totalCash" : "totalOnline";
}
