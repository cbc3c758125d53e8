import type { CausingEvent } from "@org/events";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import type { WorkflowStep } from "../../client.ts";
import { asked, askForMessages, requestedEmail, requestedSms } from "../notifications/ask-for-messages.ts";
import { orderConfirmation } from "./emails.tsx";
import { orderConfirmationText } from "./texts.ts";
import { whySilent } from "./why-silent.ts";

export type Confirmation = { skipped: string } | { email: typeof asked; sms: typeof asked | "no-phone" };

/** Under this name whichever workflow confirms, so an order has one confirmation on its page. */
const confirmed = "send-order-confirmation";

/**
 * Tells the customer that the order went through: asks for an email, and for an SMS when they gave a phone. Neither waits for
 * the other, and one that cannot be sent is recorded and shown on the order page.
 */
export async function confirmOrder(
  step: WorkflowStep,
  { order, cause }: { order: OrderDetails; cause: CausingEvent },
): Promise<Confirmation> {
  const skipped = whySilent(order);
  if (skipped) return { skipped };
  const { orderId, customer } = order;
  const common = { about: orderId, askedBy: confirmed, recipient: "customer", cause } as const;
  const key = `order-confirmation:${orderId}`;
  const email = requestedEmail({
    ...common,
    key: `${key}:email`,
    content: orderConfirmation.of({ orderId }),
  });
  const sms = requestedSms({ ...common, key: `${key}:sms`, content: orderConfirmationText.of({ orderId }) });
  await askForMessages(step, "ask-for-messages", customer.phone ? [email, sms] : [email]);
  return { email: asked, sms: customer.phone ? asked : "no-phone" };
}
