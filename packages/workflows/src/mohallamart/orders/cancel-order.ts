import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { type InngestFunction, NonRetriableError } from "inngest";
import { retries } from "../../retry-policy.ts";
import { settleAll } from "../../settle-all.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { findOrder } from "./find-order.ts";
import { isAccepted } from "./is-accepted.ts";
import { restock } from "./restock.ts";
import { type ReturnPorts, returnPayment } from "./return-payment.ts";
import { takeBackRevenue } from "./take-back-revenue.ts";
import { type CancellationPorts, tellOfCancellation } from "./tell-of-cancellation.tsx";
import { type ShopOrderPorts, tellShopOfCancellation } from "./tell-shop-of-order.tsx";

type Ports = Uses<{ inngest: true; orders: "get" | "progress"; inventory: "restore"; limits: true }> &
  ReturnPorts &
  CancellationPorts &
  ShopOrderPorts;

/**
 * Undoes a cancelled order: gives the stock and a captured payment back, takes the revenue out of the counts, and tells
 * the customer and the shop. None of these keeps another from being done; the first failure fails the run at the end.
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
      throttle: sendingShare("cancel-order", ports.limits),
    },
    async ({ event, step }) => {
      const { orderId } = event.data;
      const order = await step.run("fetch-order", () => findOrder(ports.orders, orderId));
      if (order.status !== "cancelled") {
        throw new NonRetriableError(`Order ${orderId} is ${order.status}: nothing of it is undone.`);
      }
      const accepted = await step.run("check-acceptance", () => isAccepted(ports.orders, order));
      const [stock, payment, customer, shopkeepers] = await settleAll([
        restock(step, ports, event),
        returnPayment(step, ports, orderId),
        tellOfCancellation(step, ports, order, event.data.reason),
        accepted ? tellShopOfCancellation(step, ports, order) : undefined,
        accepted ? takeBackRevenue(step, order, event) : undefined,
      ]);
      return { stock, payment, customer, shopkeepers };
    },
  );
}
