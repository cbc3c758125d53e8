import type { Product } from "@org/integrations/stores/mohallamart/port";
import type { TestBench } from "./test-bench.ts";

/** Everything that workflows leave behind, in a form that two runs of one scenario can be compared by. */
export async function effectsOf(bench: TestBench) {
  const { vendors, engine, search, mohallaMart, tenOcean } = bench;
  const messages = vendors.outbox().map(({ vendor, to, subject, text }) => ({ vendor, to, subject, text }));
  const products = await mohallaMart.products.list();
  return {
    messages: messages.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    stock: Object.fromEntries(products.map(({ productId, available }) => [productId, available])),
    found: (await search.search({ text: "", pageSize: 250 })).documents.map(({ id }) => id).toSorted(),
    searchDiffers: await differencesOfSearch(bench),
    counted: await mohallaMart.analytics.summary({
      from: "2020-01-01T00:00:00Z",
      to: "2100-01-01T00:00:00Z",
    }),
    verifications: (await tenOcean.verifications.listPending()).map(({ userId }) => userId),
    events: engine
      .events()
      .map(({ name, data }) => withoutRandomIds(JSON.stringify([name, withoutTimes(data)])))
      .toSorted(),
  };
}

/** The ids of products that search has and the catalogue has not, or the other way round, or with other words or prices. */
async function differencesOfSearch({ search, mohallaMart }: TestBench): Promise<string[]> {
  const found = await search.search({ text: "", pageSize: 250 });
  const sold = (await mohallaMart.products.list()).filter(({ available }) => available > 0);
  const searched = new Map(found.documents.map((document) => [document.id, shown(document)]));
  const listed = new Map(sold.map((product) => [product.productId, shown(product)]));
  const ids = new Set([...searched.keys(), ...listed.keys()]);
  return [...ids].filter((id) => searched.get(id) !== listed.get(id)).toSorted();
}

function shown({
  name,
  category,
  description,
  shopId,
  price,
}: Pick<Product, "name" | "category" | "shopId" | "price"> & { description?: string }): string {
  return JSON.stringify([name, category, description, shopId, price]);
}

/** Ids of runs, and of events without a business key, differ from run to run. */
function withoutRandomIds(text: string): string {
  return text.replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, "[id]");
}

function withoutTimes(data: unknown): unknown {
  const { occurredAt: _, ...rest } = Object(data);
  return rest;
}
