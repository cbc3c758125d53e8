import type { EventData } from "@org/events";
import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { orderPaid } from "@org/events/mohallamart/order-paid";
import { orderUpdated } from "@org/events/mohallamart/order-updated";
import type { InngestFunction } from "inngest";
import { retries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import type { OrderChange } from "./partner-messages.ts";
import { cashOrderCreated } from "./payment-triggers.ts";
import { type SyncPorts, syncOrder } from "./sync-order.ts";

type Ports = Uses<{ inngest: true }> & SyncPorts;

/**
 * Keeps the books and the delivery partner up to date with an order; a partner that is not configured is left out. Of a
 * prepaid order they hear once it is paid, and of its cancellation only if they had heard of it.
 */
export function syncOrderData(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "sync-order-data",
      triggers: [cashOrderCreated, orderPaid, orderUpdated, orderCancelled],
      ...retries(
        20,
        "Nobody waits for this, and a partner's maintenance lasts: these reach over 70 minutes.",
      ),
    },
    ({ event, step }) =>
      syncOrder(step, ports, { orderId: event.data.orderId, change: changeOf(event.data) }),
  );
}

type Change = typeof cashOrderCreated | typeof orderPaid | typeof orderUpdated | typeof orderCancelled;

/** By the data: a run that was replayed from a dead letter does not have its event's name. */
function changeOf(data: EventData<Change>): OrderChange {
  const { occurredAt } = data;
  if ("cancelledBy" in data) return { type: orderCancelled.event, status: "cancelled", occurredAt };
  if (!("status" in data)) return { type: cashOrderCreated.event, status: "placed", occurredAt };
  const { status, trackingNumber } = data;
  return { type: orderUpdated.event, status, occurredAt, ...(trackingNumber ? { trackingNumber } : {}) };
}
