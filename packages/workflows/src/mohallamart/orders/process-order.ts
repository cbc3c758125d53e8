import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { orderPaid } from "@org/events/mohallamart/order-paid";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { retries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { type CapturePorts, capturePayment } from "./capture-payment.ts";
import { prepaidOrderCreated } from "./payment-triggers.ts";
import { type ReturnPorts, returnPayment } from "./return-payment.ts";
import { type OrderCreated, takeStock } from "./take-stock.ts";

type Ports = Uses<{ inngest: true; orders: "bookPayment"; inventory: "take" }> & CapturePorts & ReturnPorts;

/**
 * Sees to the money and the stock of a prepaid order: captures the payment authorised at checkout, then takes the stock
 * and says in the same write that the order is paid. Confirmation, shop, partners and counts follow from that, each in a function of its own:
 * neither does a capture wait for a message, nor one message for another.
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
    },
    async ({ event, step }) => {
      const { orderId } = event.data;
      const capture = await capturePayment(step, ports, orderId);
      if (capture.status === "refused") {
        await cancelUnpaid(step, ports, event);
        return { outcome: "payment-failed", reason: capture.reason };
      }
      if (capture.status === "cancelled") {
        return { outcome: "cancelled", payment: await returnPayment(step, ports, orderId) };
      }
      // Cancelled after the booking: `cancel-order` finds the money booked and gives it back.
      const stock = await takeStock(step, ports, event, { emit: [paid] });
      return { outcome: stock === "taken" ? "paid" : stock };
    },
  );
}

function paid(event: OrderCreated) {
  const { orderId, userId, shopId, items, total, paymentId } = event.data;
  if (!paymentId) throw new NonRetriableError(`Order ${orderId} is no prepaid order: it names no payment.`);
  return orderPaid.create({ orderId, userId, shopId, items, total, paymentId }, { cause: event });
}

function cancelUnpaid(step: WorkflowStep, { orders }: Ports, event: OrderCreated): Promise<boolean> {
  const { orderId } = event.data;
  const reason = { orderId, cancelledBy: "system", reason: "payment-failed" } as const;
  // A payment that was captured before cannot become a failed one, and then the order stands.
  return step.run("cancel-order", () =>
    orders.bookPayment(orderId, "failed", { emit: [orderCancelled.create(reason, { cause: event })] }),
  );
}
