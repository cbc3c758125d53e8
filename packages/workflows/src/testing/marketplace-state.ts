import { withoutChance } from "./effects.ts";
import { asha } from "./place-order.ts";
import type { TestBench } from "./test-bench.ts";

/** What the marketplace's ports tell after a scenario, of everything that an event named; in a form that two plays can be compared by. */
export async function marketplaceState(bench: TestBench): Promise<Record<string, string[]>> {
  const { money, shops, shopkeepers } = bench.mohallaMart;
  const named = idsInEvents(bench);
  const asked = {
    orders: await each(named.orderId, (orderId) => stateOfOrder(bench, orderId)),
    customers: await each(named.userId, (userId) => stateOfCustomer(bench, userId)),
    products: await each(named.productId, (productId) => stateOfProduct(bench, productId)),
    shops: await each(named.shopId, async (shopId) => [
      await shops.get(shopId),
      await shopkeepers.list({ shopId }),
    ]),
    applications: await each(named.shopkeeperId, (id) => shopkeepers.application(id)),
    reconciliations: await money.reconciliations(10),
  };
  return Object.fromEntries(
    Object.entries(asked).map(([what, found]) => [
      what,
      found.map((value) => withoutChance(JSON.stringify(value))),
    ]),
  );
}

const idNames = ["orderId", "userId", "productId", "shopId", "shopkeeperId"] as const;

/** Sorted, each once. Asha is there although nothing that is named may be about her: so are her account and messages. */
function idsInEvents({ engine }: TestBench): Record<(typeof idNames)[number], string[]> {
  const found = { orderId: [], userId: [asha.userId], productId: [], shopId: [], shopkeeperId: [] };
  const ids: Record<(typeof idNames)[number], string[]> = found;
  for (const { data } of engine.events())
    for (const name of idNames) {
      const id: unknown = Object(data)[name];
      if (typeof id === "string") ids[name].push(id);
    }
  for (const name of idNames) ids[name] = [...new Set(ids[name])].toSorted();
  return ids;
}

async function each<Found>(ids: readonly string[], ask: (id: string) => Promise<Found>) {
  return Promise.all(ids.map(async (id) => ({ id, found: await ask(id) })));
}

async function stateOfOrder({ mohallaMart }: TestBench, orderId: string) {
  const { addresses, deliveries, money, orders } = mohallaMart;
  return {
    order: await orders.get(orderId),
    payment: await orders.payment(orderId),
    address: await addresses.ofOrders([orderId]),
    refunds: await money.refunds(orderId),
    disputes: await money.disputes(orderId),
    told: withoutVendorsIds(await deliveries.list({ subject: orderId })),
  };
}

async function stateOfCustomer({ mohallaMart }: TestBench, userId: string) {
  const { consents, deliveries, notifications, preferences, users, watchers } = mohallaMart;
  return {
    user: await users.get(userId),
    preferences: await preferences.get(userId),
    consents: await consents.list(userId),
    watched: await watchers.watchedBy(userId),
    notifications: await notifications.list({ userId }),
    told: withoutVendorsIds(await deliveries.list({ subject: userId })),
  };
}

async function stateOfProduct({ mohallaMart }: TestBench, productId: string) {
  const { deliveries, inventory, products, watchers } = mohallaMart;
  const product = await products.get(productId);
  return {
    product,
    history: await inventory.history({ productId }),
    alerts: product && (await inventory.openAlerts({ shopId: product.shopId })),
    watchers: await watchers.list({ productId }),
    told: withoutVendorsIds(await deliveries.list({ subject: productId })),
  };
}

/** By key: messages that are recorded together have no order. */
function withoutVendorsIds(told: readonly { key: string; messageId?: string }[]) {
  return told
    .map(({ messageId, ...delivery }) => ({ ...delivery, isKnownToVendor: messageId !== undefined }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
}
