import { isFailure } from "@org/commands/refusal";
import type { SearchIndex } from "@org/integrations/search/port";
import type { Product, Shops } from "@org/stores/mohallamart/port";
import type { ProductCache } from "@org/stores/mohallamart/products/cache";
import type { ProductFields } from "@org/stores/mohallamart/products/search-index";
import { type ProductQuery, pageSize, toPortQuery } from "./product-query.ts";

/** One way to narrow a search. */
export interface Facet {
  value: string;
  label: string;
  count: number;
}

export interface FoundProducts {
  /** On all pages together. */
  total: number;
  pages: number;
  products: Product[];
  categories: Facet[];
  shops: Facet[];
}

export interface FindProductsPorts {
  search: Pick<SearchIndex<ProductFields>, "search">;
  /** Where the found products are read as they are now. */
  products: Pick<ProductCache, "get">;
  shops: Pick<Shops, "list">;
  log: { warn(entry: object, message: string): void };
}

/** What customers find; undefined while search does not answer. @throws IntegrationError of the store. */
export async function findProducts(
  { search, products, shops, log }: FindProductsPorts,
  query: ProductQuery,
): Promise<FoundProducts | undefined> {
  const found = await search.search(toPortQuery(query)).catch((error: unknown) => {
    if (!isFailure(error)) throw error;
    log.warn({ error }, "search does not answer");
    return undefined;
  });
  if (!found) return undefined;
  const current = await Promise.all(found.documents.map(({ id }) => products.get(id)));
  const names = new Map((await shops.list()).map(({ shopId, name }) => [shopId, name]));
  return {
    total: found.total,
    pages: Math.ceil(found.total / pageSize),
    products: current.filter((product) => product !== undefined),
    categories: (found.facets.category ?? []).map((facet) => ({ ...facet, label: facet.value })),
    shops: (found.facets.shopId ?? []).map((facet) => ({
      ...facet,
      label: names.get(facet.value) ?? facet.value,
    })),
  };
}
