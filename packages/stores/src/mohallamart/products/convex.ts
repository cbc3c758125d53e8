import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { everyPage } from "../../convex/pages.ts";
import { marketCalls } from "../convex-refusals.ts";
import type { Inventory, Product, Products, Watchers } from "../port.ts";

export function convexProducts(deployment: ConvexDeployment): Products {
  const { query, change } = marketCalls(deployment, "products");
  const { products } = functions;

  return {
    async list({ shopId, unlisted = false } = {}) {
      const all = await everyPage<string, Product>("", async (after) => {
        const page = await query(products.scan, { shopId, unlisted, after, limit: 500 });
        return { rows: page.products, next: page.next };
      });
      return all.toSorted((a, b) => compared(a.category, b.category) || compared(a.name, b.name));
    },

    get: async (productId) => (await query(products.get, { productId })) ?? undefined,

    add({ productId, shopId, name, description, category, unit, price, stock, picture }, events) {
      const product = { productId, shopId, name, description, category, unit, price, stock, picture };
      return change(products.add, { product }, events);
    },

    async scan({ shopId, after = "", limit }) {
      const found: Product[] = [];
      for (let behind: string | null = after; behind !== null && found.length < limit; ) {
        const wanted: number = limit - found.length;
        const page: { products: Product[]; next: string | null } = await query(products.scan, {
          shopId,
          unlisted: false,
          after: behind,
          limit: wanted,
        });
        found.push(...page.products);
        behind = page.next;
      }
      return found;
    },

    picturesInUse: (pictures) => query(products.picturesInUse, { pictures: [...pictures] }),

    update: (productId, { name, description, category, unit, price, stock, available, picture }, events) =>
      change(
        products.update,
        { productId, changes: { name, description, category, unit, price, stock, available, picture } },
        events,
      ),
  };
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export function convexWatchers(deployment: ConvexDeployment): Watchers {
  const { query, mutation } = marketCalls(deployment, "watchers");
  const { watchers } = functions;
  return {
    watch: ({ userId, productId }) => mutation(watchers.watch, { userId, productId }),
    unwatch: ({ userId, productId }) => mutation(watchers.unwatch, { userId, productId }),
    watches: ({ userId, productId }) => query(watchers.watches, { userId, productId }),
    watchedBy: (userId) => query(watchers.watchedBy, { userId }),
    list: ({ productId, after = "", limit = 500 }) => query(watchers.list, { productId, after, limit }),
  };
}

export function convexInventory(deployment: ConvexDeployment): Inventory {
  const { query, mutation, change } = marketCalls(deployment, "inventory");
  const { inventory, stockAlerts } = functions;
  return {
    take: (orderId, events) => change(inventory.take, { orderId }, events),
    restore: (orderId, events) => change(inventory.restore, { orderId }, events),
    async history({ productId, limit = 50 }) {
      const entries = await query(inventory.history, { productId, limit });
      return entries.map((entry) => ({ ...entry, orderId: entry.orderId }));
    },
    raiseAlert: ({ alertId, productId }) => mutation(stockAlerts.raise, { alertId, productId }),
    closeAlert: async ({ productId, closedBy }) =>
      (await mutation(stockAlerts.close, { productId, closedBy })) ?? undefined,
    openAlerts: ({ shopId }) => query(stockAlerts.openOf, { shopId }),
  };
}
