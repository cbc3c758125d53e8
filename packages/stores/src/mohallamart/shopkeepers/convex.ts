import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { everyPage } from "../../convex/pages.ts";
import { marketCalls } from "../convex-refusals.ts";
import type { ReceivedApplications, Shop, Shopkeeper, Shopkeepers, Shops } from "../port.ts";

export function convexShops(deployment: ConvexDeployment): Shops {
  const { query, change } = marketCalls(deployment, "shops");
  const { shops } = functions;
  return {
    list: () =>
      everyPage<string | "", Shop>("", async (cursor) => {
        const page = await query(shops.list, { cursor: cursor || null });
        return { rows: page.shops, next: page.next };
      }),
    get: async (shopId) => (await query(shops.get, { shopId })) ?? undefined,
    add: ({ shopId, name, area, description, listed }, events) =>
      change(shops.add, { shop: { shopId, name, area, description, listed } }, events),
    setListed: (shopId, listed, events) => change(shops.setListed, { shopId, listed }, events),
  };
}

export function convexShopkeepers(deployment: ConvexDeployment): Shopkeepers {
  const { query, mutation, change } = marketCalls(deployment, "shopkeepers");
  const { shopkeepers } = functions;
  return {
    list: ({ shopId }) => query(shopkeepers.ofShop, { shopId }),
    add: (shopkeeper, events) => change(shopkeepers.add, { shopkeeper: shopkeeperFrom(shopkeeper) }, events),
    get: async (shopkeeperId) => (await query(shopkeepers.get, { shopkeeperId }))?.shopkeeper,
    findByEmail: (email) => query(shopkeepers.findByEmail, { email }),
    application: async (shopkeeperId) => (await query(shopkeepers.get, { shopkeeperId }))?.application,
    applications: ({ status, limit = 100 }) => query(shopkeepers.applications, { status, limit }),
    apply({ applicantId, shopkeeper, shop: { shopId, name, area, description } }, events) {
      const shop = { shopId, name, area, description };
      const values = { applicantId, shopkeeper: shopkeeperFrom(shopkeeper), shop };
      return change(shopkeepers.apply, values, events);
    },
    approve: (shopkeeperId, approvedBy, events) =>
      change(
        shopkeepers.decide,
        { shopkeeperId, decision: { status: "approved" as const, approvedBy } },
        events,
      ),
    reject(shopkeeperId, { rejectedBy, reason }, events) {
      const decision = { status: "rejected" as const, rejectedBy, rejection: reason };
      return change(shopkeepers.decide, { shopkeeperId, decision }, events);
    },
    lapse: (shopkeeperId, events) =>
      change(shopkeepers.decide, { shopkeeperId, decision: { status: "lapsed" as const } }, events),
    grantDashboardAccess: (shopkeeperId) => mutation(shopkeepers.grantDashboardAccess, { shopkeeperId }),
  };
}

function shopkeeperFrom({ shopkeeperId, shopId, name, email, phone }: Shopkeeper) {
  return { shopkeeperId, shopId, name, email, phone };
}

export function convexReceivedApplications(deployment: ConvexDeployment): ReceivedApplications {
  const { query, mutation, change } = marketCalls(deployment, "received-applications");
  const { receivedApplications: received } = functions;
  return {
    hold({ shopkeeperId, shopName, area, description, name, email, phone, token }, events) {
      const application = { shopkeeperId, shopName, area, description, name, email, phone, token };
      return change(received.hold, { application }, events);
    },
    get: async (shopkeeperId) => (await query(received.get, { shopkeeperId })) ?? undefined,
    findByToken: async (token) => (await query(received.findByToken, { token })) ?? undefined,
    countOfAddress: (shopkeeperId) => query(received.countOfAddress, { shopkeeperId }),
    discard: async (shopkeeperId) => {
      await mutation(received.discard, { shopkeeperId });
    },
    removeExpired: ({ limit = 500 }) => mutation(received.removeExpired, { limit }),
  };
}
