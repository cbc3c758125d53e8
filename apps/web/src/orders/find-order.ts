import { orderId as orderIdSchema } from "@org/events/mohallamart/fields";
import type { DisputeToBook, OrderDetails, OrderPayment, OrderProgress } from "@org/stores/mohallamart/port";
import { versionOf, type Watched } from "../live/watch.ts";
import { mohallaMart } from "../stores.ts";
import { isSettled } from "./order-steps.ts";

export interface FoundOrder extends Watched {
  order: OrderDetails;
  progress: OrderProgress;
  payment: OrderPayment;
  disputes: DisputeToBook[];
}

/** An order with its progress; undefined when the id is malformed or not known. */
export async function findOrder(orderId: string): Promise<FoundOrder | undefined> {
  if (!orderIdSchema.safeParse(orderId).success) return undefined;
  const { orders, money } = mohallaMart();
  const [order, progress, payment, disputes] = await Promise.all([
    orders.get(orderId),
    orders.progress(orderId),
    orders.payment(orderId),
    money.disputes(orderId),
  ]);
  if (!order || !progress || !payment) return undefined;
  return { order, progress, payment, disputes, ...watched(progress, payment, disputes) };
}

/** Only what tells whether the order's page is out of date. */
export async function watchOrder(orderId: string): Promise<Watched | undefined> {
  if (!orderIdSchema.safeParse(orderId).success) return undefined;
  const { orders, money } = mohallaMart();
  const [progress, payment, disputes] = await Promise.all([
    orders.progress(orderId),
    orders.payment(orderId),
    money.disputes(orderId),
  ]);
  return progress && payment && watched(progress, payment, disputes);
}

function watched(progress: OrderProgress, payment: OrderPayment, disputes: DisputeToBook[]): Watched {
  return { version: versionOf([progress, payment, disputes]), settled: isSettled(progress, payment) };
}
