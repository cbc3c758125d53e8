import { orderId } from "@org/events/mohallamart/fields";
import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { OrderStatusError, UnknownOrderError } from "@org/stores/mohallamart/errors";
import { mayHappen } from "@org/stores/mohallamart/orders/order-states";
import type { Order, Orders } from "@org/stores/mohallamart/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";

export const cancellationRequest = requestRule({
  schema: z.object({ orderId }),
  fields: [],
  damaged: "There is no such order. Open the order's page again.",
});

const told = [
  [UnknownOrderError, "unknown-order", "There is no such order. Open the order's page again."],
  [OrderStatusError, "too-late", "The order has left the shop and can no longer be cancelled."],
] as const;

/** Whether the shop still has it. */
export function isCancellable({ status }: Pick<Order, "status">): boolean {
  return mayHappen(status, "cancel", "customer");
}

/** A customer cancels an order, with the event that undoes the rest. Cancelling again changes nothing. */
export function cancelOrder({ orders }: { orders: Pick<Orders, "cancel"> }) {
  return async (
    entries: EntriesOf<typeof cancellationRequest>,
  ): Promise<Outcome<{ orderId: string }, InvalidCode | (typeof told)[number][1]>> => {
    const read = readRequest(cancellationRequest, entries);
    if (!read.ok) return read;
    const { orderId } = read.request;
    const cancelled = orderCancelled.create({ orderId, cancelledBy: "customer", reason: "changed-mind" });
    try {
      await orders.cancel(orderId, { emit: [cancelled] });
      return { ok: true, orderId };
    } catch (error) {
      return refusalOf(error, told);
    }
  };
}
