import { log } from "../log.ts";
import { cachedProducts } from "../vendors.ts";

/** Lets the cache say what is left of products that were ordered. */
export async function refreshProducts(productIds: readonly string[]): Promise<void> {
  try {
    await Promise.all(productIds.map((productId) => cachedProducts().refresh(productId)));
  } catch (error) {
    log.warn({ error }, "the cache keeps what was available before an order until its entries end");
  }
}
