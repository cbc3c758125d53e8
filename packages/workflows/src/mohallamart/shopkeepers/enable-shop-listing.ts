import { searchIndex } from "@org/events/mohallamart/search-index";
import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import type { Product } from "@org/stores/mohallamart/port";
import type { InngestFunction } from "inngest";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { findApproved } from "./find-application.ts";

/** Products of one step: their events stay well below what one request to the engine may carry. */
const pageSize = 100;

type Ports = Uses<{
  inngest: true;
  shopkeepers: "get" | "application";
  shops: "get" | "setListed";
  products: "scan";
}>;

/** Shows an approved shop to customers, and has the products it already has put into search. */
export function enableShopListing(ports: Ports): InngestFunction.Any {
  const { inngest, shops, products } = ports;
  return inngest.createFunction(
    { id: "enable-shop-listing", triggers: [shopkeeperApproved], retries: defaultRetries },
    async ({ event, step }) => {
      const { shop } = await step.run("check-approval", () => findApproved(ports, event.data.shopkeeperId));
      const { shopId } = shop;
      await step.run("list-shop", () => shops.setListed(shopId, true));

      let indexed = 0;
      for (let after: string | undefined, more = true; more; ) {
        const page: Product[] = await step.run(`fetch-products:${after ?? "first"}`, () =>
          products.scan({ shopId, after, limit: pageSize }),
        );
        if (page.length > 0) {
          await step.sendEvent(
            `index-products:${after ?? "first"}`,
            page.map((product) =>
              // The id makes a repeated step one command for each product.
              searchIndex.create(product, {
                cause: event,
                id: `${searchIndex.event}:${eventId(event)}:${product.productId}`,
              }),
            ),
          );
        }
        indexed += page.length;
        after = page.at(-1)?.productId;
        more = page.length === pageSize;
      }
      return { shopId, indexed };
    },
  );
}
