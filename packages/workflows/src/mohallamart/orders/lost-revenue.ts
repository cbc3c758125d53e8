import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import type { OrderCancelled } from "./restock.ts";

/** Counts a cancelled order's revenue as lost, on the day of the cancellation; it stays an order that was placed. */
export function lostRevenue(
  { userId, shopId, total }: Pick<OrderDetails, "userId" | "shopId" | "total">,
  event: OrderCancelled,
) {
  const { orderId, reason, occurredAt } = event.data;
  const properties = { orderId, shopId, reason, revenue: total };
  return analyticsTrack.create(
    { userId, event: "order.cancelled", properties, occurredAt },
    { cause: event, id: `${analyticsTrack.event}:order.cancelled:${orderId}` },
  );
}
