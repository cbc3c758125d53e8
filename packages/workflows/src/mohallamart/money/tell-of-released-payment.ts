import { paymentReleased } from "@org/events/mohallamart/payment-released";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { askForEmails } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { releasedPayment } from "./emails.tsx";
import { findReleased, type ReleasedPorts } from "./find-released.ts";

type Ports = Uses<{ inngest: true }> & ReleasedPorts;

/** Tells a customer who paid and got no order for it why there is none, and what becomes of their money. */
export function tellOfReleasedPayment(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "tell-of-released-payment", triggers: [paymentReleased], retries: defaultRetries },
    async ({ event, step }) => {
      const { paymentId } = event.data;
      const { orderId, isKnown } = await step.run("fetch-payment", async () => {
        const { released } = await findReleased(ports, paymentId);
        return { orderId: released.orderId, isKnown: released.customer !== undefined };
      });
      if (!isKnown) return { skipped: `Nobody is known any more who made payment ${paymentId}.` };
      const email = await askForEmails(step, "ask-for-email", [
        {
          key: `payment-released:${paymentId}:email`,
          content: releasedPayment.of({ paymentId }),
          about: orderId,
          askedBy: "tell-of-released-payment",
          recipient: "customer",
          cause: event,
        },
      ]);
      return { email };
    },
  );
}
