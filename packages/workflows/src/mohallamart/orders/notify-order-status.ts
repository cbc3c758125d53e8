import type { EventData } from "@org/events";
import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { OrderStatusError } from "@org/stores/mohallamart/errors";
import type { InngestFunction } from "inngest";
import type { NoMessage } from "../../deliver.ts";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { orderStatusNews } from "./emails.tsx";
import { findOrder } from "./find-order.ts";
import { type OrderReader, readerOf, tellOfOrderNews } from "./tell-of-order-news.ts";
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
      const reader = await step.run("advance-order", () => advance(ports, event.data));
      if ("skipped" in reader) return reader;
      return tellOfOrderNews(step, {
        ...reader,
        phone: status !== "packed" && reader.phone,
        news: status,
        data: { orderId },
        email: {
          key: `order-status:${orderId}:${status}`,
          content: orderStatusNews.of({ orderId, status, trackingNumber: trackingNumber ?? null }),
          askedBy: "notify-order-status",
        },
        cause: event,
      });
    },
  );
}

type StatusChange = EventData<typeof orderUpdated>;

/** @returns who hears of it; nobody does when the order is past that status. */
async function advance(
  { orders }: Ports,
  { orderId, status, trackingNumber }: StatusChange,
): Promise<OrderReader | NoMessage> {
  try {
    await orders.advance(orderId, status, { emit: [], ...(trackingNumber ? { trackingNumber } : {}) });
  } catch (error) {
    if (OrderStatusError.isInstance(error)) return { skipped: error.message };
    throw error;
  }
  return readerOf(await findOrder(orders, orderId), whySilent);
}
