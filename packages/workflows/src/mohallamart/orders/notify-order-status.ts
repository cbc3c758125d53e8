import type { EventData } from "@org/events";
import { notificationSend } from "@org/events/mohallamart/notification-send";
import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { OrderStatusError } from "@org/stores/mohallamart/errors";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { askForEmails } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { orderStatusNews } from "./emails.tsx";
import { findOrder } from "./find-order.ts";
import { whySilent } from "./why-silent.ts";

type Ports = Uses<{ inngest: true; orders: "get" | "advance" }>;

/**
 * Tells the customer that their order was packed, shipped or delivered: by email, by push and by SMS, each
 * asked for and sent elsewhere. The status and its tracking number are kept in the order's history first, so that a fact from
 * the delivery partner shows on the order page as well.
 */
export function notifyOrderStatus(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "notify-order-status", triggers: [orderUpdated], retries: defaultRetries },
    async ({ event, step }) => {
      const { orderId, status, trackingNumber } = event.data;
      const refused = await step.run("append-history", () => appendHistory(ports, event.data));
      const order = await step.run("fetch-order", () => findOrder(ports.orders, orderId));
      const skipped = refused ?? whySilent(order);
      if (skipped) return { skipped };
      await step.sendEvent(
        "ask-for-notification",
        notificationSend.create(
          {
            userId: order.userId,
            type: `order.${status}`,
            channels: status === "packed" || !order.customer.phone ? ["push"] : ["push", "sms"],
            priority: "transactional",
            data: { orderId },
          },
          { cause: event, id: `${notificationSend.event}:order.${status}:${orderId}` },
        ),
      );
      const email = await askForEmails(step, "ask-for-email", [
        {
          key: `order-status:${orderId}:${status}:email`,
          content: orderStatusNews.of({ orderId, status, trackingNumber: trackingNumber ?? null }),
          about: orderId,
          askedBy: "notify-order-status",
          recipient: "customer",
          cause: event,
        },
      ]);
      return { email };
    },
  );
}

type StatusChange = EventData<typeof orderUpdated>;

/** @returns why not, when the order is past that status; nobody needs to hear of it then. */
async function appendHistory(
  { orders }: Ports,
  { orderId, status, trackingNumber }: StatusChange,
): Promise<string | null> {
  try {
    await orders.advance(orderId, status, { emit: [], ...(trackingNumber ? { trackingNumber } : {}) });
    return null;
  } catch (error) {
    if (OrderStatusError.isInstance(error)) return error.message;
    throw error;
  }
}
