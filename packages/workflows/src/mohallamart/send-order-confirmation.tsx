import { orderCreated } from "@org/events/mohallamart/order-created";
import type { OrderDetails } from "@org/integrations/stores/mohallamart/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver, type Message, recordFailure } from "../deliver.ts";
import { rupees } from "../format.ts";
import { renderEmail } from "../render-email.ts";
import { sendingShare } from "../vendor-limits.ts";
import { findOrder } from "./find-order.ts";
import { OrderConfirmationEmail } from "./order-confirmation-email.tsx";
import type { MohallaMartPorts } from "./ports.ts";

/**
 * Tells the customer that the order went through: by email, and by SMS when they gave a phone.
 *
 * An SMS that cannot be sent is recorded and shown on the order page. An email that cannot be sent fails the run,
 * after the SMS was tried.
 */
export function sendOrderConfirmation({
  inngest,
  email,
  sms,
  orders,
  deliveries,
  webUrl,
  limits,
}: MohallaMartPorts): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "send-order-confirmation",
      triggers: [orderCreated],
      // The customer is waiting for this one: five retries reach over a minute and a half of a vendor's trouble.
      retries: 5,
      throttle: sendingShare("send-order-confirmation", limits),
    },
    async ({ event, step }) => {
      const order = await step.run("fetch-order", () => findOrder(orders, event.data.orderId));
      const orderUrl = `${webUrl}/orders/${order.orderId}`;
      // Rendered once: a retry after a deployment must send the very same body, or the vendor refuses the key.
      const body = await step.run("render-confirmation", () => renderConfirmation(order, orderUrl));

      const emailMessage = confirmation(order, "email");
      const emailOutcome = await step
        .run("send-email", () =>
          deliver(deliveries, emailMessage, () =>
            email.send({
              to: order.customer.email,
              subject: `Your order ${order.orderId} from ${order.shop.name}`,
              ...body,
              key: emailMessage.key,
            }),
          ),
        )
        .catch((error: unknown) =>
          step.run("record-email-failure", () => recordFailure(deliveries, emailMessage, error)),
        );

      const { phone } = order.customer;
      if (phone) {
        const smsMessage = confirmation(order, "sms");
        await step
          .run("send-sms", () =>
            deliver(deliveries, smsMessage, () =>
              sms.send({ to: phone, body: smsText(order, orderUrl), key: smsMessage.key }),
            ),
          )
          .catch((error: unknown) =>
            step.run("record-sms-failure", () => recordFailure(deliveries, smsMessage, error)),
          );
      }

      if (emailOutcome.status === "failed") {
        throw new NonRetriableError(
          `The confirmation of ${order.orderId} could not be emailed: ${emailOutcome.reason}`,
        );
      }
    },
  );
}

function confirmation(order: OrderDetails, channel: "email" | "sms"): Message {
  return {
    key: `order-confirmation:${order.orderId}:${channel}`,
    subject: order.orderId,
    workflow: "send-order-confirmation",
    recipient: "customer",
    channel,
  };
}

function renderConfirmation(order: OrderDetails, orderUrl: string) {
  return renderEmail(
    <OrderConfirmationEmail
      customerName={order.customer.name}
      orderId={order.orderId}
      shopName={order.shop.name}
      lines={order.lines}
      total={order.total}
      orderUrl={orderUrl}
    />,
  );
}

function smsText(order: OrderDetails, orderUrl: string): string {
  return `MohallaMart: ${order.shop.name} has your order ${order.orderId}, ${rupees(order.total)}. Follow it: ${orderUrl}`;
}
