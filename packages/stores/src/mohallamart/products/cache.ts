import type { Cache } from "@org/integrations/cache/port";
import type { Log } from "@org/integrations/log";
import * as z from "zod";
import type { Product, Products } from "../port.ts";

/** Single products, from the cache where it has them. */
export interface ProductCache {
  /**
   * The product as it was at most five minutes ago; undefined when there is none. A cache that fails is a miss.
   * @throws IntegrationError of the store.
   */
  get(productId: string): Promise<Product | undefined>;
  /**
   * Caches the product as the store has it now, or forgets it when the store has none.
   * @throws IntegrationError of the store or of the cache.
   */
  refresh(productId: string): Promise<Product | undefined>;
}

export interface ProductCacheOptions {
  cache: Cache;
  products: Pick<Products, "get">;
  /** Told when the cache fails a reader. */
  log?: Log;
}

/** An order changes what is available without an event that refreshes the entry, so an entry is not kept for long. */
const ttl = 5 * 60 * 1000;

const cachedProduct: z.ZodType<Product> = z.object({
  productId: z.string(),
  shopId: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  unit: z.string(),
  price: z.number(),
  available: z.number(),
  picture: z.string().optional(),
});

export function productCache({ cache, products, log }: ProductCacheOptions): ProductCache {
  const write = (product: Product) => cache.set(keyOf(product.productId), product, { ttl });
  const unlessFailing = async <Value>(action: string, ask: () => Promise<Value>) => {
    try {
      return await ask();
    } catch (error) {
      log?.warn({ error }, `the cache could not ${action} a product; the store answers`);
      return undefined;
    }
  };
  return {
    async get(productId) {
      const cached = cachedProduct.safeParse(await unlessFailing("read", () => cache.get(keyOf(productId))));
      if (cached.success) return cached.data;
      const product = await products.get(productId);
      if (product) await unlessFailing("store", () => write(product));
      return product;
    },
    async refresh(productId) {
      const product = await products.get(productId);
      if (product) await write(product);
      else await cache.delete(keyOf(productId));
      return product;
    },
  };
}

function keyOf(productId: string): string {
  return `product:${productId}`;
}
