import type { OrderDetails, PostalAddress, Product, Shop } from "@org/stores/mohallamart/port";
import { versionOf, type Watched } from "../live/watch.ts";
import { mohallaMart } from "../stores.ts";

export interface ShopOrders extends Watched {
  shop: Shop | undefined;
  open: OrderDetails[];
  /** The last of them. */
  closed: OrderDetails[];
  addressOf: Readonly<Record<string, PostalAddress>>;
  /** What customers cannot order until there is more of it, and since when that was logged. */
  soldOut: { product: Product; since: string | undefined }[];
}

/** What a shop's first page shows: there is always more to come, so it is never settled. */
export async function findShopOrders(shopId: string): Promise<ShopOrders> {
  const { addresses, inventory, products, shops, orders } = mohallaMart();
  const [shop, open, closed, alerts, all] = await Promise.all([
    shops.get(shopId),
    orders.list({ shopId, statuses: ["placed", "packed", "shipped"] }),
    orders.list({ shopId, statuses: ["delivered", "cancelled"], limit: 20 }),
    inventory.openAlerts({ shopId }),
    products.list({ shopId, unlisted: true }),
  ]);
  const addressOf = await addresses.ofOrders([...open, ...closed].map(({ orderId }) => orderId));
  const since = new Map(alerts.map(({ productId, raisedAt }) => [productId, raisedAt]));
  const soldOut = all
    .filter(({ available }) => available === 0)
    .map((product) => ({ product, since: since.get(product.productId) }));
  const shown = { shop, open, closed, addressOf, soldOut };
  return { ...shown, version: versionOf(shown), settled: false };
}

export async function watchShop(shopId: string): Promise<Watched> {
  const { version, settled } = await findShopOrders(shopId);
  return { version, settled };
}
