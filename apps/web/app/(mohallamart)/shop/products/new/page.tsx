import { newProductId } from "@org/commands/mohallamart/products/save-product";
import type { Metadata } from "next";
import { requireRole } from "#src/session/current-person.ts";
import { ProductEditor } from "#src/shop/product-editor.tsx";
import { shopCategories } from "#src/shop/shop-categories.ts";
import { ShopNav } from "#src/shop/shop-nav.tsx";

export const metadata: Metadata = { title: "New product", robots: { index: false } };

export default async function NewProductPage() {
  const { shopId } = await requireRole("shopkeeper");
  return (
    <div className="page narrow">
      <h1>New product</h1>
      <ShopNav current="/shop/products/new" />
      <ProductEditor productId={newProductId()} values={{}} categories={await shopCategories(shopId)} />
    </div>
  );
}
