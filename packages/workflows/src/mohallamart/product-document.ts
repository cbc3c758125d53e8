import type { ProductDocument } from "@org/integrations/search/products";
import type { MohallaMartPorts } from "./ports.ts";

/** A product as the search index has it; undefined when it should not be found: gone, hidden or sold out. */
export async function productDocument(
  { products, shops }: Pick<MohallaMartPorts, "products" | "shops">,
  productId: string,
): Promise<ProductDocument | undefined> {
  const product = await products.get(productId);
  if (!product || product.available === 0) return undefined;
  const shop = await shops.get(product.shopId);
  if (!shop?.listed) return undefined;
  const { name, category, description, shopId, price, available } = product;
  return { id: productId, name, category, description, shopId, price, available };
}
