import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { orderTellCancelled } from "@org/events/mohallamart/order-tell-cancelled";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { retries } from "../../retry-policy.ts";
import { settleAll } from "../../settle-all.ts";
import type { Uses } from "../ports.ts";
import { findOrder } from "./find-order.ts";
import { isAccepted } from "./is-accepted.ts";
import { type OrderCancelled, restock } from "./restock.ts";
import { type ReturnPorts, returnPayment } from "./return-payment.ts";
import { takeBackRevenue } from "./take-back-revenue.ts";

type Ports = Uses<{ inngest: true; orders: "get" | "progress"; inventory: "restore" }> & ReturnPorts;

/**
 * Undoes a cancelled order: gives the stock and a captured payment back, takes the revenue out of the counts, and asks for
 * customer and shop to be told. Each of these is one step, and all of them are tried at once: none waits for another's
 * retries. The first failure fails the run at the end.
 *
 * The payment may be in the middle of its capture in `process-order`: whichever of the two comes last gives it back.
 */
export function cancelOrder(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "cancel-order",
      triggers: [orderCancelled],
      ...retries(
        20,
        "A refund is owed even when the payment vendor is away for an hour: these reach over 70 minutes.",
      ),
    },
    async ({ event, step }) => {
      const { orderId } = event.data;
      const order = await step.run("fetch-order", () => findOrder(ports.orders, orderId));
      if (order.status !== "cancelled") {
        throw new NonRetriableError(`Order ${orderId} is ${order.status}: nothing of it is undone.`);
      }
      const accepted = await step.run("check-acceptance", () => isAccepted(ports.orders, order));
      const [stock, payment] = await settleAll([
        restock(step, ports, event),
        returnPayment(step, ports, orderId),
        askToTell(step, event),
        accepted ? takeBackRevenue(step, order, event) : undefined,
      ]);
      return { stock, payment };
    },
  );
}

/** Not by `order.cancelled` itself: a replay of this run, from before there was this event as well, tells whom it has to. */
async function askToTell(step: WorkflowStep, event: OrderCancelled): Promise<void> {
  const { orderId, reason } = event.data;
  await step.sendEvent("ask-to-tell", orderTellCancelled.create({ orderId, reason }, { cause: event }));
}
