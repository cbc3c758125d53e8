import type { DeadLetterEvent } from "@org/stores/dead-letters/port";
import type { Orders } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { type AskedSubject, readSubject } from "./asked-subject.ts";

/** What a message can be about: an id such as `ord_456` or `user_123`. */
export const deliverySubject = z
  .string()
  .trim()
  .regex(
    /^[a-z]+_[A-Za-z0-9]{1,64}$/,
    "Enter an order's number, such as 05W5-RVDC, or the id of an order or a person, such as ord_456 or user_123.",
  );

/** What somebody asks about. */
export function readDeliverySubject(
  typed: string,
  orders: Pick<Orders, "findByNumber">,
): Promise<AskedSubject> {
  return readSubject(typed, deliverySubject, orders);
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
