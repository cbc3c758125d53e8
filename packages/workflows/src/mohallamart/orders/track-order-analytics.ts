import { orderPaid } from "@org/events/mohallamart/order-paid";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { cashOrderCreated } from "./payment-triggers.ts";
import { trackOrder } from "./track-order.ts";

type Ports = Uses<{ inngest: true }>;

/** Counts the revenue of a cash order, and of one that was paid; that of an order which is cancelled later is taken away again by `cancel-order`. */
export function trackOrderAnalytics({ inngest }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "track-order-analytics", triggers: [cashOrderCreated, orderPaid], retries: defaultRetries },
    ({ event, step }) => trackOrder(step, event),
  );
}
