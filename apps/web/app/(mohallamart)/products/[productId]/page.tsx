import { formatRupees } from "@org/commands/words";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { quantityOf } from "#src/cart/cart.ts";
import { readCart } from "#src/cart/cart-cookie.ts";
import { QuantityStepper } from "#src/cart/quantity-stepper.tsx";
import { currentWords } from "#src/language/current-words.ts";
import { joined } from "#src/language/joined.ts";
import { stockNote } from "#src/storefront/catalogue.ts";
import { findProduct } from "#src/storefront/find-product.ts";
import { MoreFromShop } from "#src/storefront/more-from-shop.tsx";
import { ProductPicture } from "#src/storefront/product-picture.tsx";
import { sharedHead } from "#src/storefront/shared-head.ts";
import { storefrontWords } from "#src/storefront/words.ts";
import { WatchForm } from "#src/watching/watch-form.tsx";
import styles from "./page.module.css";

export async function generateMetadata({ params }: PageProps<"/products/[productId]">): Promise<Metadata> {
  const found = await findProduct((await params).productId);
  return found ? sharedHead(found.product.name, found.product) : {};
}

export default async function ProductPage({ params }: PageProps<"/products/[productId]">) {
  const found = await findProduct((await params).productId);
  if (!found) notFound();
  const { product, shop } = found;
  const stock = stockNote(product.available);
  const { say, pieces } = await currentWords(storefrontWords);
  const cart = await readCart();
  const shopLink = <Link href={`/shops/${shop.shopId}`}>{shop.name}</Link>;
  return (
    <>
      <article className={`page ${styles.product}`} data-stock={stock.level}>
        <ProductPicture
          product={product}
          sizes="(min-width: 44rem) 24rem, min(100vw, 24rem)"
          className={styles.mark}
          isFirst
        />
        <div>
          <p className="muted">{joined(pieces("at", { category: product.category, shop: shopLink }))}</p>
          <h1>{product.name}</h1>
          <p className={styles.description}>{product.description}</p>
          <p className={styles.price}>
            <strong className="amount">{formatRupees(product.price)}</strong>{" "}
            <span className="muted">{say("forUnit", { unit: product.unit })}</span>
          </p>
          <p className={styles.stock} data-level={stock.level}>
            {say(stock.key, { number: product.available })}
          </p>
          <div className={styles.actions}>
            <QuantityStepper product={product} quantity={quantityOf(cart, product.productId)} isMain />
            <WatchForm productId={product.productId} />
          </div>
        </div>
      </article>
      <MoreFromShop product={product} shop={shop} cart={cart} />
    </>
  );
}
