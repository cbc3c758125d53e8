import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { MohallaMartPorts } from "../ports.ts";
import { cashOrderCreated } from "./payment-triggers.ts";
import { trackOrder } from "./track-order.ts";

/** Counts a cash order's revenue; that of an order which is cancelled later is taken away again by `cancel-order`. */
export function trackOrderAnalytics({ inngest }: MohallaMartPorts): InngestFunction.Any {
  return inngest.createFunction(
    { id: "track-order-analytics", triggers: [cashOrderCreated], retries: defaultRetries },
    ({ event, step }) => trackOrder(step, event),
  );
}
