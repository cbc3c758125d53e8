import { orderPaid } from "@org/events/mohallamart/order-paid";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { askForMessages, requestedEmail, requestedSms } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { orderConfirmation } from "./emails.tsx";
import { cashOrderCreated } from "./payment-triggers.ts";
import { orderConfirmationText } from "./texts.ts";

type Ports = Uses<{ inngest: true }>;

/**
 * Tells the customer that their order went through, a prepaid one once it is paid: asks for an email and an SMS. Neither waits
 * for the other, and one that cannot be sent is shown on the order page. Whom there is to write to is known to the senders,
 * which read the order: not a customer who deleted their account, nor one whose order was cancelled.
 */
export function sendOrderConfirmation({ inngest }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "send-order-confirmation", triggers: [cashOrderCreated, orderPaid], retries: defaultRetries },
    async ({ event, step }) => {
      const { orderId } = event.data;
      const common = {
        about: orderId,
        askedBy: "send-order-confirmation",
        recipient: "customer",
        cause: event,
      } as const;
      const key = `order-confirmation:${orderId}`;
      const messages = await askForMessages(step, "ask-for-messages", [
        requestedEmail({ ...common, key: `${key}:email`, content: orderConfirmation.of({ orderId }) }),
        requestedSms({ ...common, key: `${key}:sms`, content: orderConfirmationText.of({ orderId }) }),
      ]);
      return { email: messages, sms: messages };
    },
  );
}
