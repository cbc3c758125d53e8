import type { Orders } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { type AskedSubject, readSubject } from "../asked-subject.ts";

/** Ids of orders and people, of events by their business keys (`order.created:ord_1`), and ULIDs. */
const cascadeSubject = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_.:/-]{3,199}$/,
    "Enter an order's number, such as 05W5-RVDC, or the id of an order, a person or an event, such as ord_456, user_123 or order.created:ord_456.",
  );

/** What somebody wants to follow. */
export function readCascadeSubject(
  typed: string,
  orders: Pick<Orders, "findByNumber">,
): Promise<AskedSubject> {
  return readSubject(typed, cascadeSubject, orders);
}

export function cascadePath(about: string) {
  return `/operations/cascade?${new URLSearchParams({ about })}` as const;
}
