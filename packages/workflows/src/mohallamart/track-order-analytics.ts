import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { orderCreated } from "@org/events/mohallamart/order-created";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../retry-policy.ts";
import type { MohallaMartPorts } from "./ports.ts";

/** Counts an order's revenue: turns it into an analytics event, which is written and added up with all the others. */
export function trackOrderAnalytics({ inngest }: MohallaMartPorts): InngestFunction.Any {
  return inngest.createFunction(
    { id: "track-order-analytics", triggers: [orderCreated], retries: defaultRetries },
    async ({ event, step }) => {
      const { orderId, userId, shopId, items, total, occurredAt } = event.data;
      const properties = { orderId, shopId, items: items.length, revenue: total };
      await step.sendEvent(
        "track-order",
        analyticsTrack.create(
          { userId, event: "order.placed", properties, occurredAt },
          // The order's own id, so that an order is counted once however often its event arrives.
          { cause: event, id: `${analyticsTrack.event}:order.placed:${orderId}` },
        ),
      );
    },
  );
}
