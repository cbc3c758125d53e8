import { orderId } from "@org/events/mohallamart/fields";
import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { OrderStatusError, UnknownOrderError } from "@org/stores/mohallamart/errors";
import { mayHappen } from "@org/stores/mohallamart/orders/order-states";
import type { Order, Orders } from "@org/stores/mohallamart/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { mayCancel, type OrderAccessLinks, type OrderReader, orderAccess } from "./order-access.ts";

const unknownOrder = "There is no such order. Open the order's page again.";

export const cancellationRequest = requestRule({
  schema: z.object({ orderId }),
  fields: [],
  damaged: unknownOrder,
});

const told = [
  [UnknownOrderError, "unknown-order", unknownOrder],
  [OrderStatusError, "too-late", "The order has left the shop and can no longer be cancelled."],
] as const;

const signInFirst = "The link to this order no longer cancels it. Sign in with the address of the order.";

/** Whether the shop still has it. */
export function isCancellable({ status }: Pick<Order, "status">): boolean {
  return mayHappen(status, "cancel", "customer");
}

export interface CancelOrderPorts {
  orders: Pick<Orders, "cancel">;
  orderLinks: OrderAccessLinks;
}

export type Cancellation = EntriesOf<typeof cancellationRequest> & {
  /** Who asks: never from a form. */
  reader: OrderReader;
};

/** `sign-in-first`: a link alone is not enough any more. */
export type CancellationCode = InvalidCode | "sign-in-first" | (typeof told)[number][1];

/**
 * A customer cancels their order, with the event that undoes the rest: signed in, or by a link to it while that is
 * enough. Cancelling again changes nothing.
 */
export function cancelOrder({ orders, orderLinks }: CancelOrderPorts) {
  return async ({
    reader,
    ...entries
  }: Cancellation): Promise<Outcome<{ orderId: string }, CancellationCode>> => {
    const read = readRequest(cancellationRequest, entries);
    if (!read.ok) return read;
    const { orderId } = read.request;
    const access = await orderAccess({ orderLinks }, orderId, reader);
    // The shop and the staff see the order, and do not cancel in its customer's name.
    if (access?.as !== "owner" && access?.as !== "link")
      return { ok: false, code: "unknown-order", message: unknownOrder };
    if (!mayCancel(access)) return { ok: false, code: "sign-in-first", message: signInFirst };
    const cancelled = orderCancelled.create({ orderId, cancelledBy: "customer", reason: "changed-mind" });
    try {
      await orders.cancel(orderId, { emit: [cancelled] });
      return { ok: true, orderId };
    } catch (error) {
      return refusalOf(error, told);
    }
  };
}
