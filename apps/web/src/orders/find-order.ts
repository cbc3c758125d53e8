import { orderId as orderIdSchema } from "@org/events/mohallamart/fields";
import type { OrderDetails, OrderProgress } from "@org/integrations/stores/mohallamart/port";
import { versionOf, type Watched } from "../live/watch.ts";
import { mohallaMart } from "../stores.ts";
import { isSettled } from "./order-steps.ts";

export interface FoundOrder extends Watched {
  order: OrderDetails;
  progress: OrderProgress;
}

/** An order with its progress; undefined when the id is malformed or not known. */
export async function findOrder(orderId: string): Promise<FoundOrder | undefined> {
  if (!orderIdSchema.safeParse(orderId).success) return undefined;
  const { orders } = mohallaMart();
  const [order, progress] = await Promise.all([orders.get(orderId), orders.progress(orderId)]);
  return order && progress && { order, progress, ...watched(progress) };
}

/** Only what tells whether the order's page is out of date. */
export async function watchOrder(orderId: string): Promise<Watched | undefined> {
  if (!orderIdSchema.safeParse(orderId).success) return undefined;
  const progress = await mohallaMart().orders.progress(orderId);
  return progress && watched(progress);
}

function watched(progress: OrderProgress): Watched {
  return { version: versionOf(progress), settled: isSettled(progress) };
}
