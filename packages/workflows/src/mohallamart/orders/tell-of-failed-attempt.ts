import type { EventData } from "@org/events";
import { notificationSend } from "@org/events/mohallamart/notification-send";
import { orderDeliveryAttemptFailed } from "@org/events/mohallamart/order-delivery-attempt-failed";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { askForEmails } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { failedAttempt } from "./emails.tsx";
import { findOrder } from "./find-order.ts";
import { whyNotOnItsWay } from "./why-silent.ts";

type Ports = Uses<{ inngest: true; orders: "get" }>;

/**
 * Tells the customer that their order could not be handed over and comes again: by email, by push and by SMS, once for
 * each attempt. Who has it by now, or whose order was cancelled, hears nothing of it.
 */
export function tellOfFailedAttempt({ inngest, orders }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "tell-of-failed-attempt", triggers: [orderDeliveryAttemptFailed], retries: defaultRetries },
    async ({ event, step }) => {
      const { orderId, attempt, reason }: EventData<typeof orderDeliveryAttemptFailed> = event.data;
      const order = await step.run("fetch-order", () => findOrder(orders, orderId));
      const skipped = whyNotOnItsWay(order);
      if (skipped) return { skipped };
      await step.sendEvent(
        "ask-for-notification",
        notificationSend.create(
          {
            userId: order.userId,
            type: "order.attemptFailed",
            channels: order.customer.phone ? ["push", "sms"] : ["push"],
            priority: "transactional",
            data: { orderId, attempt },
          },
          { cause: event, id: `${notificationSend.event}:order.attemptFailed:${orderId}:${attempt}` },
        ),
      );
      const email = await askForEmails(step, "ask-for-email", [
        {
          key: `failed-attempt:${orderId}:${attempt}:email`,
          content: failedAttempt.of({ orderId, attempt, reason }),
          about: orderId,
          askedBy: "tell-of-failed-attempt",
          recipient: "customer",
          cause: event,
        },
      ]);
      return { email };
    },
  );
}
