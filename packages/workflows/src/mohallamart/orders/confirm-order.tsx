import type { OrderDetails } from "@org/stores/mohallamart/port";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { settleAll } from "../../settle-all.ts";
import { type Brand, brandOf, money } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { OrderConfirmationEmail } from "./order-confirmation-email.tsx";
import { whySilent } from "./why-silent.ts";

export type ConfirmationPorts = Uses<{
  sms: "send";
  email: "send";
  deliveries: "get" | "record";
  webUrl: true;
  brand: true;
}>;

export type Confirmation =
  | { skipped: string }
  | { email: DeliveryOutcome["status"]; sms: DeliveryOutcome["status"] | "no-phone" };

/**
 * Tells the customer that the order went through: by email, and by SMS when they gave a phone. An SMS that cannot be
 * sent is recorded and shown on the order page.
 * @throws NonRetriableError after both were tried, when the email cannot be sent.
 */
export async function confirmOrder(
  step: WorkflowStep,
  ports: ConfirmationPorts,
  order: OrderDetails,
): Promise<Confirmation> {
  const skipped = whySilent(order);
  if (skipped) return { skipped };
  const { deliveries, webUrl } = ports;
  const brand = brandOf(ports);
  const orderUrl = `${webUrl}/orders/${order.orderId}`;
  // Rendered once: a retry after a deployment must send the very same body, or the vendor refuses the key.
  const body = await step.run("render-confirmation", () => renderConfirmation(order, orderUrl, brand));

  const message = confirmation(order, "email");
  // Side by side: a phone does not wait for the tries of the other channel's vendor.
  const [email, sms] = await settleAll([
    deliver(step, {
      steps: ["send-email", "record-email-failure"],
      deliveries,
      message,
      send: (key) =>
        ports.email.send({
          to: order.customer.email,
          subject: `Your order ${order.orderId} from ${order.shop.name}`,
          ...body,
          key,
        }),
    }),
    sendSms(step, ports, order, orderUrl),
  ]);
  if (email.status === "failed") {
    throw new NonRetriableError(`The confirmation of ${order.orderId} could not be emailed: ${email.reason}`);
  }
  return { email: email.status, sms };
}

async function sendSms(
  step: WorkflowStep,
  { sms, deliveries, brand }: ConfirmationPorts,
  order: OrderDetails,
  orderUrl: string,
): Promise<DeliveryOutcome["status"] | "no-phone"> {
  const { phone } = order.customer;
  if (!phone) return "no-phone";
  const message = confirmation(order, "sms");
  const outcome = await deliver(step, {
    steps: ["send-sms", "record-sms-failure"],
    deliveries,
    message,
    send: (key) => sms.send({ to: phone, ...smsTexts(order, orderUrl, brandOf({ brand })), key }),
  });
  return outcome.status;
}

/** The keys and the name stay the same whichever workflow confirms, so an order has one confirmation on its page. */
function confirmation(order: OrderDetails, channel: "email" | "sms"): Message {
  return {
    key: `order-confirmation:${order.orderId}:${channel}`,
    subject: order.orderId,
    workflow: "send-order-confirmation",
    recipient: "customer",
    channel,
  };
}

function renderConfirmation(order: OrderDetails, orderUrl: string, brand: Brand) {
  return renderBranded(
    <OrderConfirmationEmail
      customerName={order.customer.name}
      orderId={order.orderId}
      shopName={order.shop.name}
      lines={order.lines}
      total={order.total}
      orderUrl={orderUrl}
    />,
    brand,
  );
}

/** The body must read as the registered template does with its values. */
function smsTexts({ orderId, shop, total }: OrderDetails, url: string, brand: Brand) {
  const values = { shop: shop.name, order: orderId, total: money(total, brand), url };
  return {
    body: `${brand.name}: ${values.shop} has your order ${values.order}, ${values.total}. Follow it: ${url}`,
    template: { name: "order-confirmation", values },
  };
}
