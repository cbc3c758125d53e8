import type { DeadLetterEvent } from "@org/stores/dead-letters/port";
import { readOrderNumber } from "@org/stores/mohallamart/orders/order-number";
import type { Orders } from "@org/stores/mohallamart/port";
import * as z from "zod";

/** What a message can be about: an id such as `ord_456` or `user_123`. */
export const deliverySubject = z
  .string()
  .trim()
  .regex(
    /^[a-z]+_[A-Za-z0-9]{1,64}$/,
    "Enter an order's number, such as 05W5-RVDC, or the id of an order or a person, such as ord_456 or user_123.",
  );

type Asked = { subject: string } | { mistake: string };

/** What somebody asks about, by id or, of an order, by the number that its customer has. */
export async function readDeliverySubject(
  typed: string,
  orders: Pick<Orders, "findByNumber">,
): Promise<Asked> {
  if (readOrderNumber(typed)) {
    const orderId = await orders.findByNumber(typed);
    return orderId ? { subject: orderId } : { mistake: "No order has this number. Ask for it once more." };
  }
  const { data: subject, error } = deliverySubject.safeParse(typed);
  return error ? { mistake: error.issues[0]?.message ?? "" } : { subject };
}

export function deliveriesPath(subject: string) {
  return `/operations/deliveries?${new URLSearchParams({ subject })}` as const;
}

const id = deliverySubject.optional().catch(undefined);
const ids = z.object({ orderId: id, userId: id });

/** The orders and people that events are about. */
export function subjectsOf(events: readonly DeadLetterEvent[]): string[] {
  const found = events.flatMap(({ data }) => Object.values(ids.safeParse(data).data ?? {}));
  return [...new Set(found.filter((id) => id !== undefined))];
}
