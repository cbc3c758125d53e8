import { IntegrationError } from "@org/integrations/error";
import { expect, it } from "vitest";
import { pageEvents } from "./page-events.ts";
import { withResults } from "./with-results.ts";

const found = (total: number) => ({
  search: async () => ({ total, documents: [], facets: {}, page: 1, pageSize: 1 }),
});

it("a search says how many products it found, nothing else does", async () => {
  const events = await withResults(found(0), pageEvents("/search?q=starfruit&shop=shop_1", undefined));
  expect(events).toEqual([
    { event: "page.viewed", properties: { page: "search" } },
    { event: "search.performed", properties: { query: "starfruit", resultsCount: 0 } },
  ]);
});

it("a search that led to a product says how many it was chosen from", async () => {
  const [, converted] = await withResults(found(12), pageEvents("/products/prod_101", "/search?q=dal"));
  expect(converted).toEqual({
    event: "search.converted",
    properties: { query: "dal", clickedProduct: "prod_101", resultsCount: 12 },
  });
});

it("a search of which nobody knows what it found is no search without results", async () => {
  const down = { port: "search", vendor: "typesense", kind: "retryable" } as const;
  const search = () => Promise.reject(new IntegrationError("Search is down.", down));
  const events = await withResults({ search }, pageEvents("/search?q=rice", undefined));
  expect(events.at(-1)).toEqual({ event: "search.performed", properties: { query: "rice" } });
});
