import type { Product } from "@org/stores/mohallamart/port";
import type { TestBench } from "./test-bench.ts";

/** What a customer reads of a product in search. */
type Shown = Pick<Product, "name" | "category" | "shopId" | "price"> & { description?: string };

/**
 * The products that only search has, or only the catalogue, or that they have with other words or prices. How much is
 * available is not compared: search learns of it when a product changes, sells out or comes back.
 * @returns the differences, in words.
 */
export async function differencesOfSearch({ search, mohallaMart }: TestBench): Promise<string[]> {
  const { documents } = await search.search({ text: "", pageSize: 250 });
  const sold = (await mohallaMart.products.list()).filter(({ available }) => available > 0);
  const searched = new Map(documents.map((document) => [document.id, shown(document)]));
  const listed = new Map(sold.map((product) => [product.productId, shown(product)]));
  const ids = new Set([...searched.keys(), ...listed.keys()]);
  return [...ids]
    .filter((id) => searched.get(id) !== listed.get(id))
    .map(
      (id) =>
        `${id} is ${searched.get(id) ?? "nothing"} in search and ${listed.get(id) ?? "nothing"} in the catalogue`,
    );
}

function shown({ name, category, description, shopId, price }: Shown): string {
  return JSON.stringify([name, category, description, shopId, price]);
}
