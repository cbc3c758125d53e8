import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { readCart } from "#src/cart/cart-cookie.ts";
import { currentWords } from "#src/language/current-words.ts";
import { toShelves } from "#src/storefront/catalogue.ts";
import { findShop } from "#src/storefront/find-shop.ts";
import { sharedHead } from "#src/storefront/shared-head.ts";
import { ShopSection } from "#src/storefront/shop-section.tsx";
import { storefrontWords } from "#src/storefront/words.ts";

export async function generateMetadata({ params }: PageProps<"/shops/[shopId]">): Promise<Metadata> {
  const found = await findShop((await params).shopId);
  return found ? sharedHead(`${found.shop.name}, ${found.shop.area}`, found.shop) : {};
}

export default async function OneShopPage({ params }: PageProps<"/shops/[shopId]">) {
  const found = await findShop((await params).shopId);
  if (!found) notFound();
  const { shop, products } = found;
  const [shelves = { shop, categories: [] }] = toShelves([shop], products);
  const { say } = await currentWords(storefrontWords);
  return (
    <div className="page">
      <p>
        <Link href="/">{say("allShops")}</Link>
      </p>
      <ShopSection shelves={shelves} cart={await readCart()} heading="h1" />
      {products.length === 0 && <p className="notice">{say("opening", { shops: shop.name })}</p>}
    </div>
  );
}
