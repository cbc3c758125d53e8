import { orderId as orderIdSchema } from "@org/events/mohallamart/fields";
import type { OrderDetails, OrderPayment, OrderProgress } from "@org/stores/mohallamart/port";
import { versionOf, type Watched } from "../live/watch.ts";
import { mohallaMart } from "../stores.ts";
import { isSettled } from "./order-steps.ts";

export interface FoundOrder extends Watched {
  order: OrderDetails;
  progress: OrderProgress;
  payment: OrderPayment;
}

/** An order with its progress; undefined when the id is malformed or not known. */
export async function findOrder(orderId: string): Promise<FoundOrder | undefined> {
  if (!orderIdSchema.safeParse(orderId).success) return undefined;
  const { orders } = mohallaMart();
  const [order, progress, payment] = await Promise.all([
    orders.get(orderId),
    orders.progress(orderId),
    orders.payment(orderId),
  ]);
  return order && progress && payment && { order, progress, payment, ...watched(progress, payment) };
}

/** Only what tells whether the order's page is out of date. */
export async function watchOrder(orderId: string): Promise<Watched | undefined> {
  if (!orderIdSchema.safeParse(orderId).success) return undefined;
  const { orders } = mohallaMart();
  const [progress, payment] = await Promise.all([orders.progress(orderId), orders.payment(orderId)]);
  return progress && payment && watched(progress, payment);
}

function watched(progress: OrderProgress, payment: OrderPayment): Watched {
  return { version: versionOf([progress, payment]), settled: isSettled(progress, payment) };
}
