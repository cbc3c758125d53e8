import { shopId as shopIdSchema } from "@org/events/mohallamart/fields";
import type { Product, Shop } from "@org/stores/mohallamart/port";
import { shownCatalogue } from "./shown-catalogue.ts";

/** A shop that customers may see, with what it sells; undefined when there is none of that id. */
export async function findShop(id: string): Promise<{ shop: Shop; products: Product[] } | undefined> {
  if (!shopIdSchema.safeParse(id).success) return undefined;
  const { shops, products } = await shownCatalogue();
  const shop = shops.find(({ shopId }) => shopId === id);
  return shop && { shop, products: products.filter(({ shopId }) => shopId === id) };
}
