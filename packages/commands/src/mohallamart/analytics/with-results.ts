import type { SearchIndex } from "@org/integrations/search/port";
import type { ProductFields } from "@org/stores/mohallamart/products/search-index";
import { isFailure } from "../../refusal.ts";
import type { VisitEvent } from "./page-events.ts";

/** Finds products, of which only the number counts here. */
export type ProductSearch = Pick<SearchIndex<ProductFields>, "search">;

const searched: ReadonlySet<string> = new Set(["search.performed", "search.converted"]);

/**
 * Says of searches, and of those that led to a product, how many products they find in all shops together, whatever the visitor
 * narrowed them to. What cannot be counted, because search does not answer, stays without it.
 */
export async function withResults(
  search: ProductSearch,
  events: readonly VisitEvent[],
): Promise<VisitEvent[]> {
  return Promise.all(
    events.map(async (event): Promise<VisitEvent> => {
      const { query } = event.properties;
      if (!searched.has(event.event) || typeof query !== "string") return event;
      try {
        const { total } = await search.search({ text: query, page: 1, pageSize: 1 });
        return { ...event, properties: { ...event.properties, resultsCount: total } };
      } catch (error) {
        if (!isFailure(error)) throw error;
        return event;
      }
    }),
  );
}
