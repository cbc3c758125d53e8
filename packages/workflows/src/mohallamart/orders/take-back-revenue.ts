import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import type { WorkflowStep } from "../../client.ts";
import type { OrderCancelled } from "./restock.ts";

/** Counts a cancelled order's revenue as lost, on the day of the cancellation; it stays an order that was placed. */
export async function takeBackRevenue(
  step: WorkflowStep,
  { orderId, userId, shopId, total }: OrderDetails,
  event: OrderCancelled,
): Promise<void> {
  const { reason, occurredAt } = event.data;
  const properties = { orderId, shopId, reason, revenue: total };
  await step.sendEvent(
    "track-cancellation",
    analyticsTrack.create(
      { userId, event: "order.cancelled", properties, occurredAt },
      { cause: event, id: `${analyticsTrack.event}:order.cancelled:${orderId}` },
    ),
  );
}
