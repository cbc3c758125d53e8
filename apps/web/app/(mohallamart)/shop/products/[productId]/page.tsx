import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireRole } from "#src/session/current-person.ts";
import { PictureCard } from "#src/shop/picture-card.tsx";
import { ProductEditor } from "#src/shop/product-editor.tsx";
import { shopCategories } from "#src/shop/shop-categories.ts";
import { ShopNav } from "#src/shop/shop-nav.tsx";
import { mohallaMart } from "#src/stores.ts";
import { pictures } from "#src/vendors.ts";

export async function generateMetadata({
  params,
}: PageProps<"/shop/products/[productId]">): Promise<Metadata> {
  const { shopId } = await requireRole("shopkeeper");
  const product = await mohallaMart().products.get((await params).productId);
  const name = product?.shopId === shopId ? product.name : "a product";
  return { title: `Change ${name}`, robots: { index: false } };
}

export default async function ChangeProductPage({
  params,
  searchParams,
}: PageProps<"/shop/products/[productId]">) {
  const { shopId } = await requireRole("shopkeeper");
  const product = await mohallaMart().products.get((await params).productId);
  if (product?.shopId !== shopId) notFound();
  const { productId, name, category, unit, description, price, available } = product;
  const { picture: news } = await searchParams;
  return (
    <div className="page narrow">
      <h1>{name}</h1>
      <ShopNav current={undefined} />
      {pictures() && <PictureCard product={product} news={news} />}
      <ProductEditor
        productId={productId}
        available={available}
        values={{ name, category, unit, description, price: String(price), available: String(available) }}
        categories={await shopCategories(shopId)}
      />
    </div>
  );
}
