import { count } from "@org/commands/words";
import type { Metadata } from "next";
import Link from "next/link";
import { formatDateTime } from "#src/format.ts";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { ShopPush } from "#src/push/shop-push.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { findShopOrders, type ShopOrders } from "#src/shop/find-shop-orders.ts";
import { OrderCard } from "#src/shop/order-card.tsx";
import { ShopNav } from "#src/shop/shop-nav.tsx";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "My shop", robots: { index: false } };

export default async function ShopPage() {
  const { id, shopId } = await requireRole("shopkeeper");
  const { shop, open, closed, addressOf, soldOut, version, settled } = await findShopOrders(shopId);
  return (
    <div className="page narrow">
      <h1>{shop?.name}</h1>
      <ShopNav current="/shop" />
      {shop && !shop.listed && <p className="notice">Customers do not see your shop yet.</p>}
      <SoldOut products={soldOut} />
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
      <ShopPush shopkeeperId={id} />
      <LiveUpdates url="/shop/progress" version={version} settled={settled} />
    </div>
  );
}

/** What customers cannot order until there is more of it. */
function SoldOut({ products }: { products: ShopOrders["soldOut"] }) {
  if (products.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="sold-out">
      <h2 id="sold-out">Sold out</h2>
      <ul>
        {products.map(({ product: { productId, name }, since }) => (
          <li key={productId}>
            <Link href={`/shop/products/${productId}`}>{name}</Link>
            <Since at={since} />
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
