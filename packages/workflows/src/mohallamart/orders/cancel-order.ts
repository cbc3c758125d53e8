import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { orderTellCancelled } from "@org/events/mohallamart/order-tell-cancelled";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { retries } from "../../retry-policy.ts";
import { settleAll } from "../../settle-all.ts";
import type { Uses } from "../ports.ts";
import { findOrder } from "./find-order.ts";
import { isAccepted } from "./is-accepted.ts";
import { lostRevenue } from "./lost-revenue.ts";
import { type OrderCancelled, restock } from "./restock.ts";
import { type ReturnPorts, returnPayment } from "./return-payment.ts";

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
      const undone = await step.run("check-order", () => checkCancelled(ports, orderId));
      const [stock, payment] = await settleAll([
        restock(step, ports, event),
        returnPayment(step, ports, orderId),
        sayCancelled(step, undone, event),
      ]);
      return { stock, payment };
    },
  );
}

/** What a step says of a cancelled order: nothing of its customer but their id. */
interface CancelledOrder extends Pick<OrderDetails, "userId" | "shopId" | "total"> {
  /** Whether the counts have its revenue, or will. */
  accepted: boolean;
}

/** @throws NonRetriableError for an order that stands. */
async function checkCancelled({ orders }: Ports, orderId: string): Promise<CancelledOrder> {
  const order = await findOrder(orders, orderId);
  const { userId, shopId, total, status } = order;
  if (status !== "cancelled")
    throw new NonRetriableError(`Order ${orderId} is ${status}: nothing of it is undone.`);
  return { userId, shopId, total, accepted: await isAccepted(orders, order) };
}

/** Whom it concerns hear by an event of its own, not by `order.cancelled`: a replay of this run tells whom it has to. */
async function sayCancelled(
  step: WorkflowStep,
  { accepted, ...order }: CancelledOrder,
  event: OrderCancelled,
): Promise<void> {
  const { orderId, reason } = event.data;
  const tell = orderTellCancelled.create({ orderId, reason }, { cause: event });
  await step.sendEvent("say-cancelled", accepted ? [tell, lostRevenue(order, event)] : [tell]);
}
