import { orderTellCancelled } from "@org/events/mohallamart/order-tell-cancelled";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { askForEmails } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { orderCancelledNews } from "./emails.tsx";

type Ports = Uses<{ inngest: true }>;

/** Tells the customer that their order was cancelled, and what becomes of their money; not one who deleted their account. */
export function tellOfCancellation({ inngest }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "tell-of-cancellation", triggers: [orderTellCancelled], retries: defaultRetries },
    async ({ event, step }) => {
      const { orderId, reason } = event.data;
      const email = await askForEmails(step, "ask-for-email", [
        {
          key: `order-cancelled:${orderId}:email`,
          content: orderCancelledNews.of({ orderId, reason }),
          about: orderId,
          askedBy: "tell-of-cancellation",
          recipient: "customer",
          cause: event,
        },
      ]);
      return { email };
    },
  );
}
