import type { ProductDocument } from "@org/integrations/search/products";
import type { Product } from "@org/integrations/stores/mohallamart/port";
import type { MohallaMartPorts } from "./ports.ts";

/** A product as the search index has it; undefined when it should not be found: gone, hidden or sold out. */
export async function findProductDocument(
  { products, shops }: Pick<MohallaMartPorts, "products" | "shops">,
  productId: string,
): Promise<ProductDocument | undefined> {
  const product = await products.get(productId);
  if (!product || product.available === 0) return undefined;
  const shop = await shops.get(product.shopId);
  return shop?.listed ? toProductDocument(product) : undefined;
}

/** What of a product is searched, filtered and shown in results. */
export function toProductDocument(product: Product): ProductDocument {
  const { productId: id, name, category, description, shopId, price, available } = product;
  return { id, name, category, description, shopId, price, available };
}
