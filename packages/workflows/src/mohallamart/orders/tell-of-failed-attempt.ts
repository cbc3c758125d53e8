import type { EventData } from "@org/events";
import { orderDeliveryAttemptFailed } from "@org/events/mohallamart/order-delivery-attempt-failed";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { failedAttempt } from "./emails.tsx";
import { findOrder } from "./find-order.ts";
import { readerOf, tellOfOrderNews } from "./tell-of-order-news.ts";
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
      const reader = await step.run("fetch-reader", async () =>
        readerOf(await findOrder(orders, orderId), whyNotOnItsWay),
      );
      if ("skipped" in reader) return reader;
      return tellOfOrderNews(step, {
        ...reader,
        news: "attemptFailed",
        data: { orderId, attempt },
        email: {
          key: `failed-attempt:${orderId}:${attempt}`,
          content: failedAttempt.of({ orderId, attempt, reason }),
          askedBy: "tell-of-failed-attempt",
        },
        cause: event,
      });
    },
  );
}
