import { withDeadline } from "@org/integrations/deadline";
import type { Product, Shop } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { log } from "../log.ts";
import { mohallaMart } from "../stores.ts";
import { cachedProducts, sharedCache } from "../vendors.ts";
import { lastCopy } from "./last-copy.ts";
import { isUnavailable, worthWaiting } from "./unavailable.ts";

export interface Catalogue {
  shops: Shop[];
  products: Product[];
}

declare global {
  // Like the pools in database.ts: one copy for all kinds of routes.
  var orgWebCatalogue: (() => Promise<Catalogue>) | undefined;
}

const key = "storefront:catalogue";
const day = 24 * 3_600_000;

const shelved: z.ZodType<Catalogue> = z.object({
  shops: z.array(
    z.object({
      shopId: z.string(),
      name: z.string(),
      area: z.string(),
      description: z.string(),
      listed: z.boolean(),
    }),
  ),
  products: z.array(
    z.object({
      productId: z.string(),
      shopId: z.string(),
      name: z.string(),
      description: z.string(),
      category: z.string(),
      unit: z.string(),
      price: z.number(),
      available: z.number(),
      picture: z.string().optional(),
    }),
  ),
});

/** Every shop that is open and what it sells, for looking around: when the database is away, as it last was. */
export function shownCatalogue(): Promise<Catalogue> {
  globalThis.orgWebCatalogue ??= lastCopy({
    async load() {
      const { shops, products } = mohallaMart();
      const [listed, sold] = await Promise.all([shops.list(), products.list()]);
      return { shops: listed, products: sold };
    },
    shelf: {
      get: async () => shelved.safeParse(await sharedCache().get(key)).data,
      put: (catalogue) => sharedCache().set(key, catalogue, { ttl: day }),
    },
    log,
  });
  return globalThis.orgWebCatalogue();
}

/**
 * What is asked for; or what the last copy of the catalogue has of it, when the database is away.
 * @throws DatabaseUnavailableError, DeadlineError when the copy has nothing of it either: nobody knows whether there is any.
 */
export async function orFromCopy<Value>(
  ask: () => Promise<Value | undefined>,
  find: (catalogue: Catalogue) => Value | undefined,
): Promise<Value | undefined> {
  try {
    return await withDeadline(ask(), worthWaiting);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const found = find(await shownCatalogue());
    if (found === undefined) throw error;
    return found;
  }
}

/** Single products as the storefront shows them; what nobody knows of at the moment is left out. */
export const shownProducts = {
  get: (id: string): Promise<Product | undefined> =>
    orFromCopy(
      () => cachedProducts().get(id),
      ({ products }) => products.find(({ productId }) => productId === id),
    ).catch((error: unknown) => {
      if (isUnavailable(error)) return undefined;
      throw error;
    }),
};

export const shownShops = {
  list: async (): Promise<Shop[]> =>
    (await orFromCopy(
      () => mohallaMart().shops.list(),
      ({ shops }) => shops,
    )) ?? [],
};
