import type { CausingEvent } from "@org/events";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver } from "../../deliver.ts";
import { brandFor, money } from "../brand.ts";
import { type asked, askForEmails } from "../notifications/ask-for-emails.ts";
import type { Uses } from "../ports.ts";
import { smsText } from "../sms-text.ts";
import { orderConfirmation } from "./emails.tsx";
import { orderToken, withOrderUrl } from "./order-url.ts";
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
        ...(await withOrderUrl(ports, orderId, confirmationText(ports, order))),
        key,
      }),
  });
  return outcome.status;
}

function confirmationText(ports: ConfirmationPorts, { orderId, shop, total, language }: OrderDetails) {
  const brand = brandFor(ports, language);
  const { text: body, template } = smsText(
    "order-confirmation",
    { shop: shop.name, order: orderNumber(orderId), total: money(total, brand), link: orderToken },
    { brand, webUrl: ports.webUrl },
  );
  return { body, template };
}
