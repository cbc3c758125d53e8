import { count } from "@org/commands/words";
import type { Metadata } from "next";
import Link from "next/link";
import { formatDateTime } from "#src/format.ts";
import { requireRole } from "#src/session/current-person.ts";
import { OrderCard } from "#src/shop/order-card.tsx";
import { ShopNav } from "#src/shop/shop-nav.tsx";
import { mohallaMart } from "#src/stores.ts";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "My shop", robots: { index: false } };

export default async function ShopPage() {
  const { shopId } = await requireRole("shopkeeper");
  const { addresses, shops, orders } = mohallaMart();
  const [shop, open, closed] = await Promise.all([
    shops.get(shopId),
    orders.list({ shopId, statuses: ["placed", "packed", "shipped"] }),
    orders.list({ shopId, statuses: ["delivered", "cancelled"], limit: 20 }),
  ]);
  const addressOf = await addresses.ofOrders([...open, ...closed].map(({ orderId }) => orderId));
  return (
    <div className="page narrow">
      <h1>{shop?.name}</h1>
      <ShopNav current="/shop" />
      {shop && !shop.listed && <p className="notice">Customers do not see your shop yet.</p>}
      <SoldOut shopId={shopId} />
      <h2 className={styles.heading}>
        {open.length === 0 ? "No open orders" : count(open.length, "open order")}
      </h2>
      <ul>
        {open.map((order) => (
          <OrderCard key={order.orderId} order={order} address={addressOf[order.orderId]} />
        ))}
      </ul>
      {closed.length > 0 && <h2 className={styles.heading}>Done</h2>}
      <ul>
        {closed.map((order) => (
          <OrderCard key={order.orderId} order={order} address={addressOf[order.orderId]} />
        ))}
      </ul>
    </div>
  );
}

/** What customers cannot order until there is more of it. */
async function SoldOut({ shopId }: { shopId: string }) {
  const { inventory, products } = mohallaMart();
  const [alerts, all] = await Promise.all([
    inventory.openAlerts({ shopId }),
    products.list({ shopId, unlisted: true }),
  ]);
  const soldOut = all.filter(({ available }) => available === 0);
  if (soldOut.length === 0) return null;
  const since = new Map(alerts.map(({ productId, raisedAt }) => [productId, raisedAt]));
  return (
    <section className="notice" aria-labelledby="sold-out">
      <h2 id="sold-out">Sold out</h2>
      <ul>
        {soldOut.map(({ productId, name }) => (
          <li key={productId}>
            <Link href={`/shop/products/${productId}`}>{name}</Link>
            <Since at={since.get(productId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing until the workflow has logged the alert. */
function Since({ at }: { at: string | undefined }) {
  return at === undefined ? null : ` since ${formatDateTime(at)}`;
}
