import { readOrderNumber } from "@org/stores/mohallamart/orders/order-number";
import type { Orders } from "@org/stores/mohallamart/port";
import type * as z from "zod";

export type AskedSubject = { subject: string } | { mistake: string };

/** What somebody asks about, by an id of this form or, of an order, by the number that its customer has. */
export async function readSubject(
  typed: string,
  id: z.ZodType<string>,
  orders: Pick<Orders, "findByNumber">,
): Promise<AskedSubject> {
  if (readOrderNumber(typed)) {
    const orderId = await orders.findByNumber(typed);
    return orderId ? { subject: orderId } : { mistake: "No order has this number. Ask for it once more." };
  }
  const { data: subject, error } = id.safeParse(typed);
  return error ? { mistake: error.issues[0]?.message ?? "" } : { subject };
}
