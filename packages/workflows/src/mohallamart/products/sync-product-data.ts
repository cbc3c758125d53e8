import { productCreated } from "@org/events/mohallamart/product-created";
import { productOutOfStock } from "@org/events/mohallamart/product-out-of-stock";
import { productUpdated } from "@org/events/mohallamart/product-updated";
import { searchIndex } from "@org/events/mohallamart/search-index";
import { productCache } from "@org/stores/mohallamart/products/cache";
import type { InngestFunction } from "inngest";
import { eventId } from "../../event-id.ts";
import { keyOfOneReplay } from "../../replayed-apart.ts";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";

type Ports = Uses<{ inngest: true; products: "get"; search: "delete"; cache: true }>;

/**
 * Brings the cache up to date with a product and has it indexed. A shopkeeper who changes a product several times in a
 * row starts one run, two seconds after the last change and ten after the first at the latest. The events that are
 * dropped meanwhile lose nothing, because the run reads the product as it is then.
 *
 * A product that sold out leaves search this way as well: `process-out-of-stock-alert` may send only so many emails a
 * minute, so it can be late when many sell out at once.
 */
export function syncProductData({ inngest, products, search, cache }: Ports): InngestFunction.Any {
  const cached = productCache({ cache, products });
  return inngest.createFunction(
    {
      id: "sync-product-data",
      triggers: [productCreated, productUpdated, productOutOfStock],
      retries: defaultRetries,
      debounce: { key: keyOfOneReplay("event.data.productId"), period: "2s", timeout: "10s" },
      // Two steps that read and write the same entry at once could leave the older product in it.
      concurrency: { key: "event.data.productId", limit: 1 },
    },
    async ({ event, step }) => {
      const { productId } = event.data;
      const product = await step.run("refresh-cache", async () => (await cached.refresh(productId)) ?? null);
      if (!product) {
        // A product that is gone has none of what `search.index` must say.
        await step.run("remove-from-search", () => search.delete(productId));
        return;
      }
      const { name, category, price, shopId } = product;
      await step.sendEvent(
        "request-indexing",
        searchIndex.create(
          { productId, name, category, price, shopId },
          { cause: event, id: `${searchIndex.event}:${eventId(event)}` },
        ),
      );
    },
  );
}
