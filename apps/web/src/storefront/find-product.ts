import { productId as productIdSchema } from "@org/events/mohallamart/fields";
import type { Product, Shop } from "@org/stores/mohallamart/port";
import { mohallaMart } from "../stores.ts";
import { cachedProducts } from "../vendors.ts";

/** A product that customers may see, with its shop; undefined when there is none of that id. */
export async function findProduct(id: string): Promise<{ product: Product; shop: Shop } | undefined> {
  if (!productIdSchema.safeParse(id).success) return undefined;
  const product = await cachedProducts().get(id);
  const shop = product && (await mohallaMart().shops.get(product.shopId));
  return product && shop?.listed ? { product, shop } : undefined;
}
