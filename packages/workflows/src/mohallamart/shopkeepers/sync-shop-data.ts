import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { findApproved } from "./find-application.ts";

/** Milliseconds. */
const cachedFor = 3_600_000;

type Ports = Uses<{
  inngest: true;
  shopkeepers: "get" | "application";
  shops: "get";
  cache: "set";
  partners: true;
}>;

/**
 * Copies an approved shop to the cache and, where one is configured, to the CRM.
 *
 * The cache is for services that show shops and know from elsewhere that they are open. The web app asks the store with
 * every page, because a shop that is closed has to be gone at once, and has the rest of the shop from the same answer.
 */
export function syncShopData(ports: Ports): InngestFunction.Any {
  const { inngest, cache, partners } = ports;
  return inngest.createFunction(
    { id: "sync-shop-data", triggers: [shopkeeperApproved], retries: defaultRetries },
    async ({ event, step }) => {
      const { shopkeeperId, occurredAt } = event.data;
      const { shop, shopkeeper } = await step.run("fetch-shop", () => findApproved(ports, shopkeeperId));
      // Whether it is listed changes at this very moment, and has to be right at once: the store is asked for that.
      const { listed: _, ...profile } = shop;
      await step.run("update-cache", () => {
        const key = `shop:${shop.shopId}`;
        return cache.set(key, profile, { ttl: cachedFor, tags: [key] });
      });
      const { crm } = partners;
      if (!crm) return { cache: "updated", crm: "not configured" };
      await step.run("sync-crm", () =>
        crm.send({
          type: shopkeeperApproved.event,
          occurredAt,
          data: { shop: profile, shopkeeper },
          key: `shopkeeper-approved:${shopkeeperId}`,
        }),
      );
      return { cache: "updated", crm: "told" };
    },
  );
}
