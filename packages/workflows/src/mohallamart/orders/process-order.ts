import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import type { InngestFunction } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { retries } from "../../retry-policy.ts";
import { settleAll } from "../../settle-all.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { type CapturePorts, capturePayment } from "./capture-payment.ts";
import { type ConfirmationPorts, confirmOrder } from "./confirm-order.tsx";
import { findOrder } from "./find-order.ts";
import { prepaidOrderCreated } from "./payment-triggers.ts";
import { type ReturnPorts, returnPayment } from "./return-payment.ts";
import { type SyncPorts, syncOrder } from "./sync-order.ts";
import { type OrderCreated, takeStock } from "./take-stock.ts";
import { type ShopOrderPorts, tellOfNewOrder } from "./tell-shop-of-order.tsx";
import { trackOrder } from "./track-order.ts";

type Ports = Uses<{
  inngest: true;
  orders: "get" | "bookPayment" | "cancel";
  inventory: "take";
  limits: true;
}> &
  CapturePorts &
  ReturnPorts &
  ConfirmationPorts &
  ShopOrderPorts &
  SyncPorts;

/**
 * Carries out a prepaid order: captures the payment authorised at checkout, takes the stock, then confirms, tells the
 * shop and the partners, and counts, in the same steps as a cash order.
 *
 * - A payment that is refused for good, is not this order's, or is of another amount, cancels the order.
 * - A vendor that stays unreachable, or refuses our credentials, fails the run: the order stands with its stock and its
 *   authorised payment, and the dead letter is replayed once the cause is gone. Cancelling instead would lose the order
 *   of a customer whose capture may have gone through.
 * - An order that is cancelled meanwhile gets back what was captured. There is no `cancelOn`: it could end the run
 *   between the capture and its booking, and nobody would be left to notice the money.
 */
export function processOrder(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "process-order",
      triggers: [prepaidOrderCreated],
      ...retries(
        20,
        "The most there are: they reach over 70 minutes, so that an hour without the payment vendor costs no paid order.",
      ),
      throttle: sendingShare("process-order", ports.limits),
    },
    async ({ event, step }) => {
      const { orderId, occurredAt } = event.data;
      const order = await step.run("fetch-order", () => findOrder(ports.orders, orderId));
      const capture = await capturePayment(step, ports, order);
      if (capture.status === "refused") {
        await cancelUnpaid(step, ports, event);
        return { outcome: "payment-failed", reason: capture.reason };
      }
      if (capture.status === "cancelled") {
        return { outcome: "cancelled", payment: await returnPayment(step, ports, orderId) };
      }
      // Cancelled after the booking: `cancel-order` finds the money booked and gives it back.
      if ((await takeStock(step, ports, event)) === "cancelled") return { outcome: "cancelled" };
      const change = { type: prepaidOrderCreated.event, status: "placed", occurredAt } as const;
      const [confirmation, shopkeepers, partners] = await settleAll([
        confirmOrder(step, ports, order),
        tellOfNewOrder(step, ports, order),
        syncOrder(step, ports, order, change),
        trackOrder(step, event),
      ]);
      return { outcome: "fulfilled", confirmation, shopkeepers, partners };
    },
  );
}

function cancelUnpaid(step: WorkflowStep, { orders }: Ports, event: OrderCreated): Promise<boolean> {
  const { orderId } = event.data;
  return step.run("cancel-order", async () => {
    // First, because a payment that was captured before cannot become a failed one, and then the order stands.
    await orders.bookPayment(orderId, "failed");
    const reason = { orderId, cancelledBy: "system", reason: "payment-failed" } as const;
    return orders.cancel(orderId, { emit: [orderCancelled.create(reason, { cause: event })] });
  });
}
