import type { CausingEvent, EventData } from "@org/events";
import { notificationSend } from "@org/events/mohallamart/notification-send";
import { productOutOfStock } from "@org/events/mohallamart/product-out-of-stock";
import { productUpdated } from "@org/events/mohallamart/product-updated";
import type { Product } from "@org/stores/mohallamart/port";
import type { InngestFunction } from "inngest";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";

/**
 * Watchers of one step: their events stay well below what one request to the engine may carry. With two steps a page,
 * Inngest's limit of 1,000 steps is reached at 125,000 watchers of one product.
 */
const pageSize = 250;

interface WatcherNotice {
  type: "product.priceDrop" | "product.backInStock" | "product.outOfStock";
  /** Rupees, now. */
  price: number;
  /** Rupees, before; absent when the price is not what it is about. */
  previousPrice?: number;
}

type Ports = Uses<{ inngest: true; products: "get"; shops: "get"; watchers: "list" }>;

/**
 * Tells everyone who watches a product that it costs less, is back in stock or sold out, by asking for a notification
 * for each of them. It is not debounced, as the event alone knows what the price was; a watcher is told only what still
 * holds when the function runs.
 */
export function notifyWatchers(ports: Ports): InngestFunction.Any {
  const { inngest, products, shops, watchers } = ports;
  return inngest.createFunction(
    { id: "notify-watchers", triggers: [productUpdated, productOutOfStock], retries: defaultRetries },
    async ({ event, step }) => {
      const { productId } = event.data;
      const notice = await step.run("choose-notice", async () => {
        const product = await products.get(productId);
        const shop = product && (await shops.get(product.shopId));
        if (!product || !shop?.listed) return null;
        return event.name === productOutOfStock.event
          ? soldOutNotice(product)
          : changeNotice(event.data, product);
      });
      if (!notice) return { told: 0 };
      let told = 0;
      let after: string | undefined;
      while (true) {
        const page = { productId, after, limit: pageSize };
        const userIds: string[] = await step.run(`list-watchers:${told}`, () => watchers.list(page));
        if (userIds.length > 0) {
          const events = userIds.map((userId) => notificationFor(userId, productId, notice, event));
          await step.sendEvent(`notify-watchers:${told}`, events);
        }
        told += userIds.length;
        if (userIds.length < pageSize) return { told };
        after = userIds.at(-1);
      }
    },
  );
}

/** The same change tells the same watcher once: the id is made of both. */
function notificationFor(
  userId: string,
  productId: string,
  { type, ...prices }: WatcherNotice,
  cause: CausingEvent & { name: string },
) {
  return notificationSend.create(
    { userId, type, channels: ["push", "email"], priority: "bulk", data: { productId, ...prices } },
    { cause, id: `${notificationSend.event}:${type}:${eventId(cause)}:${userId}` },
  );
}

function soldOutNotice({ available, price }: Product): WatcherNotice | null {
  return available === 0 ? { type: "product.outOfStock", price } : null;
}

/** Being back in stock says more than a lower price, which it then names as well. */
function changeNotice(
  change: EventData<typeof productUpdated>,
  { available, price }: Product,
): WatcherNotice | null {
  // Nobody can act on a price while nothing is left.
  if (available === 0) return null;
  const cheaper = change.price && price < change.price.from && { previousPrice: change.price.from };
  if (change.stock?.from === 0) return { type: "product.backInStock", price, ...cheaper };
  return cheaper ? { type: "product.priceDrop", price, ...cheaper } : null;
}
