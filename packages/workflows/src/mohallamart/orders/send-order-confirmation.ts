import { orderPaid } from "@org/events/mohallamart/order-paid";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { confirmOrder } from "./confirm-order.ts";
import { findOrder } from "./find-order.ts";
import { cashOrderCreated } from "./payment-triggers.ts";

type Ports = Uses<{ inngest: true; orders: "get" }>;

/**
 * Tells the customer that their order went through, a prepaid one once it is paid: by email, and by SMS when they gave a
 * phone. Both are asked for and sent elsewhere; one that cannot be sent is shown on the order page. A customer who deleted
 * their account, or whose order was cancelled, is not written to.
 */
export function sendOrderConfirmation(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "send-order-confirmation", triggers: [cashOrderCreated, orderPaid], retries: defaultRetries },
    async ({ event, step }) => {
      const order = await step.run("fetch-order", () => findOrder(ports.orders, event.data.orderId));
      return confirmOrder(step, { order, cause: event });
    },
  );
}
