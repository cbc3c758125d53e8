import { productUpdated } from "@org/events/mohallamart/product-updated";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { InngestFunction } from "inngest";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { type ShopNoticePorts, tellShopkeepers } from "../shopkeepers/tell-shopkeepers.ts";
import { shelfFilled } from "./emails.tsx";
import { productWords } from "./words.ts";

type Ports = Uses<{ inngest: true; products: "get"; inventory: "closeAlert"; limits: true }> &
  ShopNoticePorts;

/**
 * Ends what `process-out-of-stock-alert` began when a product can be ordered again, be it that the shop counted new
 * stock or that a cancelled order gave some back: closes the alert in the inventory's log and tells the shopkeepers.
 *
 * The search index and the cache are not touched here: the same `product.updated` starts `sync-product-data`, which puts
 * the product back into both.
 */
export function restoreListing(ports: Ports): InngestFunction.Any {
  const { inngest, products, inventory } = ports;
  return inngest.createFunction(
    {
      id: "restore-listing",
      triggers: [{ ...productUpdated, if: "event.data.stock.from == 0 && event.data.stock.to > 0" }],
      retries: defaultRetries,
      throttle: sendingShare("restore-listing", ports.limits),
    },
    async ({ event, step }) => {
      const { productId, shopId } = event.data;
      const closedBy = eventId(event);
      const alert = await step.run(
        "close-alert",
        async () => (await inventory.closeAlert({ productId, closedBy })) ?? null,
      );
      // Sold out again already, or nobody was told that it was.
      if (!alert) return;
      const product = await step.run("fetch-product", async () => (await products.get(productId)) ?? null);
      if (!product) return;
      await tellShopkeepers(step, ports, {
        workflow: "restore-listing",
        shopId,
        about: { productId },
        key: `back-in-stock:${alert.alertId}`,
        push: (brand) => {
          const { say } = wordsIn(productWords, brand.locale);
          const { name, unit } = product;
          return {
            title: say("shelfFilledSubject", { product: name }),
            body: say("shelfFilledNews", { product: name, unit }),
          };
        },
        email: (shopkeeperId) => shelfFilled.of({ productId, shopkeeperId }),
        cause: event,
      });
    },
  );
}
