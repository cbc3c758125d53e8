import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver, type Message, recordFailure } from "../deliver.ts";
import { renderEmail } from "../render-email.ts";
import { defaultRetries } from "../retry-policy.ts";
import { sendingShare } from "../vendor-limits.ts";
import { findOrder } from "./find-order.ts";
import { OrderStatusEmail } from "./order-status-email.tsx";
import type { MohallaMartPorts } from "./ports.ts";

/** Tells the customer that their order was packed, shipped or delivered. */
export function notifyOrderStatus({
  inngest,
  email,
  orders,
  deliveries,
  webUrl,
  limits,
}: MohallaMartPorts): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "notify-order-status",
      triggers: [orderUpdated],
      retries: defaultRetries,
      throttle: sendingShare("notify-order-status", limits),
    },
    async ({ event, step }) => {
      const { orderId, status } = event.data;
      const order = await step.run("fetch-order", () => findOrder(orders, orderId));
      const body = await step.run("render-notice", () =>
        renderEmail(
          <OrderStatusEmail
            customerName={order.customer.name}
            orderId={orderId}
            shopName={order.shop.name}
            status={status}
            orderUrl={`${webUrl}/orders/${orderId}`}
          />,
        ),
      );
      const message: Message = {
        key: `order-status:${orderId}:${status}:email`,
        subject: orderId,
        workflow: "notify-order-status",
        recipient: "customer",
        channel: "email",
      };
      const outcome = await step
        .run("send-email", () =>
          deliver(deliveries, message, () =>
            email.send({
              to: order.customer.email,
              subject: `Your order ${orderId} is ${status}`,
              ...body,
              key: message.key,
            }),
          ),
        )
        .catch((error: unknown) =>
          step.run("record-email-failure", () => recordFailure(deliveries, message, error)),
        );
      if (outcome.status === "failed") {
        throw new NonRetriableError(
          `The customer of ${orderId} could not be told that it is ${status}: ${outcome.reason}`,
        );
      }
    },
  );
}
