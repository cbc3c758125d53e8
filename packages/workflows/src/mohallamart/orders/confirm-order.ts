import type { CausingEvent } from "@org/events";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver } from "../../deliver.ts";
import { type Brand, brandOf, money } from "../brand.ts";
import { type asked, askForEmails } from "../notifications/ask-for-emails.ts";
import type { Uses } from "../ports.ts";
import { orderConfirmation } from "./emails.tsx";
import { orderUrl, withOrderUrl } from "./order-url.ts";
import { whySilent } from "./why-silent.ts";

export type ConfirmationPorts = Uses<{
  sms: "send";
  deliveries: "get" | "record";
  orderLinks: "issue";
  webUrl: true;
  brand: true;
}>;

export type Confirmation =
  | { skipped: string }
  | { email: typeof asked; sms: DeliveryOutcome["status"] | "no-phone" };

/** Under this name whichever workflow confirms, so an order has one confirmation on its page. */
const confirmed = "send-order-confirmation";

/**
 * Tells the customer that the order went through: asks for an email, and sends an SMS when they gave a phone. An SMS that
 * cannot be sent is recorded and shown on the order page.
 */
export async function confirmOrder(
  step: WorkflowStep,
  ports: ConfirmationPorts,
  { order, cause }: { order: OrderDetails; cause: CausingEvent },
): Promise<Confirmation> {
  const skipped = whySilent(order);
  if (skipped) return { skipped };
  const { orderId } = order;
  const email = await askForEmails(step, "ask-for-email", [
    {
      key: `order-confirmation:${orderId}:email`,
      content: orderConfirmation.of({ orderId }),
      about: orderId,
      askedBy: confirmed,
      recipient: "customer",
      cause,
    },
  ]);
  return { email, sms: await sendSms(step, ports, order) };
}

async function sendSms(
  step: WorkflowStep,
  ports: ConfirmationPorts,
  order: OrderDetails,
): Promise<DeliveryOutcome["status"] | "no-phone"> {
  const { phone } = order.customer;
  if (!phone) return "no-phone";
  const { orderId } = order;
  const outcome = await deliver(step, {
    steps: ["send-sms", "record-sms-failure"],
    deliveries: ports.deliveries,
    message: {
      key: `order-confirmation:${orderId}:sms`,
      subject: orderId,
      workflow: confirmed,
      recipient: "customer",
      channel: "sms",
    },
    send: async (key) =>
      ports.sms.send({
        to: phone,
        ...(await withOrderUrl(ports, orderId, smsTexts(order, brandOf(ports)))),
        key,
      }),
  });
  return outcome.status;
}

/** The body must read as the registered template does with its values. */
function smsTexts({ orderId, shop, total }: OrderDetails, brand: Brand) {
  const values = { shop: shop.name, order: orderId, total: money(total, brand), url: orderUrl };
  return {
    body: `${brand.name}: ${values.shop} has your order ${values.order}, ${values.total}. Follow it: ${orderUrl}`,
    template: { name: "order-confirmation", values },
  };
}
