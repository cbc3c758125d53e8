import { readOrderNumber } from "@org/stores/mohallamart/orders/order-number";
import type { Orders } from "@org/stores/mohallamart/port";
import * as z from "zod";

/** Ids of orders and people, of events by their business keys (`order.created:ord_1`), and ULIDs. */
const cascadeSubject = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_.:/-]{3,199}$/,
    "Enter an order's number, such as 05W5-RVDC, or the id of an order, a person or an event, such as ord_456, user_123 or order.created:ord_456.",
  );

type Asked = { about: string } | { mistake: string };

/** What somebody wants to follow: by id or, of an order, by the number that its customer has. */
export async function readCascadeSubject(
  typed: string,
  orders: Pick<Orders, "findByNumber">,
): Promise<Asked> {
  if (readOrderNumber(typed)) {
    const orderId = await orders.findByNumber(typed);
    return orderId ? { about: orderId } : { mistake: "No order has this number. Ask for it once more." };
  }
  const { data: about, error } = cascadeSubject.safeParse(typed);
  return error ? { mistake: error.issues[0]?.message ?? "" } : { about };
}

export function cascadePath(about: string) {
  return `/operations/cascade?${new URLSearchParams({ about })}` as const;
}
