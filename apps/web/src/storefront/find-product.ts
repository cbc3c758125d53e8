import { productId as productIdSchema } from "@org/events/mohallamart/fields";
import type { Product, Shop } from "@org/stores/mohallamart/port";
import { mohallaMart } from "../stores.ts";
import { cachedProducts } from "../vendors.ts";
import { orFromCopy } from "./shown-catalogue.ts";

interface FoundProduct {
  product: Product;
  shop: Shop;
}

/**
 * A product that customers may see, with its shop; undefined when there is none of that id.
 * @throws DatabaseUnavailableError when nobody can tell.
 */
export async function findProduct(id: string): Promise<FoundProduct | undefined> {
  if (!productIdSchema.safeParse(id).success) return undefined;
  return await orFromCopy(
    () => currentProduct(id),
    ({ shops, products }) => {
      const product = products.find(({ productId }) => productId === id);
      const shop = shops.find(({ shopId }) => shopId === product?.shopId);
      return product && shop ? { product, shop } : undefined;
    },
  );
}

async function currentProduct(id: string): Promise<FoundProduct | undefined> {
  const product = await cachedProducts().get(id);
  const shop = product && (await mohallaMart().shops.get(product.shopId));
  return product && shop?.listed ? { product, shop } : undefined;
}
