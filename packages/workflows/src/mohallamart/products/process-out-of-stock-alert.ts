import { productOutOfStock } from "@org/events/mohallamart/product-out-of-stock";
import { productCache } from "@org/stores/mohallamart/products/cache";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { InngestFunction } from "inngest";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { type ShopNoticePorts, tellShopkeepers } from "../shopkeepers/tell-shopkeepers.ts";
import { shelfEmpty } from "./emails.tsx";
import { type DocumentPorts, oneWriterPerProduct, syncDocument } from "./product-document.ts";
import { productWords } from "./words.ts";

type Ports = Uses<{ inngest: true; inventory: "raiseAlert"; cache: true; limits: true }> &
  DocumentPorts &
  ShopNoticePorts;

/**
 * Raises an alert in the inventory's log when a product sold out, takes it away from search and tells its shopkeepers.
 * The alert comes first, so that a restock at the same moment either prevents all of this or finds an alert to close.
 */
export function processOutOfStockAlert(ports: Ports): InngestFunction.Any {
  const { inngest, products, inventory, cache } = ports;
  const cached = productCache({ cache, products });
  return inngest.createFunction(
    {
      id: "process-out-of-stock-alert",
      triggers: [productOutOfStock],
      retries: defaultRetries,
      throttle: sendingShare("process-out-of-stock-alert", ports.limits),
      concurrency: oneWriterPerProduct,
    },
    async ({ event, step }) => {
      const { productId, shopId } = event.data;
      const alertId = eventId(event);
      const raised = await step.run("log-alert", () => inventory.raiseAlert({ alertId, productId }));
      // Restocked meanwhile, or removed from the shop: there is nothing to tell, and indexing is up to that change.
      if (!raised) return;
      await step.run("remove-from-search", () => syncDocument(ports, productId));
      const product = await step.run("refresh-cache", async () => (await cached.refresh(productId)) ?? null);
      if (!product) return;
      await tellShopkeepers(step, ports, {
        workflow: "process-out-of-stock-alert",
        shopId,
        about: { productId },
        key: `out-of-stock:${alertId}`,
        push: (brand) => {
          const { say } = wordsIn(productWords, brand.locale);
          const { name, unit } = product;
          return {
            title: say("shelfEmptySubject", { product: name }),
            body: say("shelfEmpty", { product: name, unit }),
          };
        },
        email: (shopkeeperId) => shelfEmpty.of({ productId, shopkeeperId }),
        cause: event,
      });
    },
  );
}
