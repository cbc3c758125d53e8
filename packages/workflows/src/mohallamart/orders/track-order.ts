import type { EventData } from "@org/events";
import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import type { orderPaid } from "@org/events/mohallamart/order-paid";
import type { WorkflowStep } from "../../client.ts";
import type { OrderCreated } from "./take-stock.ts";

/** Either of the events that say that an order counts. */
type OrderAccepted = OrderCreated | { id?: string; data: EventData<typeof orderPaid> };

/** Counts an order's revenue: turns it into an analytics event, which is written and added up with all the others. */
export async function trackOrder(step: WorkflowStep, event: OrderAccepted): Promise<void> {
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
}
