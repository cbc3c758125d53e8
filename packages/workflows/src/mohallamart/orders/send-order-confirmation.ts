import { orderPaid } from "@org/events/mohallamart/order-paid";
import type { InngestFunction } from "inngest";
import { retries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { type ConfirmationPorts, confirmOrder } from "./confirm-order.ts";
import { findOrder } from "./find-order.ts";
import { cashOrderCreated } from "./payment-triggers.ts";

type Ports = Uses<{ inngest: true; orders: "get"; limits: true }> & ConfirmationPorts;

/**
 * Tells the customer that their order went through, a prepaid one once it is paid: by email, which is asked for and sent
 * by `deliver-email`, and by SMS when they gave a phone.
 *
 * An SMS that cannot be sent is recorded and shown on the order page. A customer who deleted their account, or whose
 * order was cancelled, is not written to.
 */
export function sendOrderConfirmation(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "send-order-confirmation",
      triggers: [cashOrderCreated, orderPaid],
      ...retries(
        5,
        "The customer is waiting for this one: five retries reach over a minute and a half of a vendor's trouble.",
      ),
      throttle: sendingShare("send-order-confirmation", ports.limits),
    },
    async ({ event, step }) => {
      const order = await step.run("fetch-order", () => findOrder(ports.orders, event.data.orderId));
      return confirmOrder(step, ports, { order, cause: event });
    },
  );
}
