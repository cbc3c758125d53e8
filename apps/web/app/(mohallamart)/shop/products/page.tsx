import { formatRupees } from "@org/commands/words";
import type { Product } from "@org/stores/mohallamart/port";
import type { Metadata } from "next";
import Link from "next/link";
import { requireRole } from "#src/session/current-person.ts";
import { ShopNav } from "#src/shop/shop-nav.tsx";
import { stockNote } from "#src/storefront/catalogue.ts";
import { ProductPicture } from "#src/storefront/product-picture.tsx";
import { mohallaMart } from "#src/stores.ts";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "My products", robots: { index: false } };

export default async function ShopProductsPage() {
  const { shopId } = await requireRole("shopkeeper");
  const products = await mohallaMart().products.list({ shopId, unlisted: true });
  return (
    <div className="page narrow">
      <h1>Your products</h1>
      <ShopNav current="/shop/products" />
      {products.length === 0 && <p>There are none yet.</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Price</th>
            <th scope="col">To sell</th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <ProductRow key={product.productId} product={product} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ProductRow({ product }: { product: Product }) {
  const { productId, name, unit, price, available } = product;
  return (
    <tr>
      <td>
        <div className={styles.product}>
          <ProductPicture product={product} sizes="2.75rem" className={styles.mark} />
          <span>
            <Link href={`/shop/products/${productId}`}>{name}</Link> <span className="muted">{unit}</span>
          </span>
        </div>
      </td>
      <td className="amount">{formatRupees(price)}</td>
      <td className="amount" data-level={stockNote(available).level}>
        {available === 0 ? "Sold out" : available}
      </td>
    </tr>
  );
}
