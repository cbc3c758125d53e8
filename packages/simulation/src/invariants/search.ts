import type { Product } from "@org/stores/mohallamart/port";
import type { City } from "../world/city.ts";
import type { Invariant } from "./invariant.ts";

/** What a customer reads of a product in search. */
type Shown = Pick<Product, "name" | "category" | "shopId" | "price"> & { description?: string };

const pageSize = 250;

/**
 * Search finds exactly what can be ordered, with its words and prices. How much is available is not compared: search
 * learns of it when a product changes, sells out or comes back.
 */
export const searchIsTheCatalogue: Invariant = async (city) => {
  const searched = await everythingFound(city);
  const sold = (await city.ports.mohallaMart.products.list()).filter(({ available }) => available > 0);
  const listed = new Map(sold.map((product) => [product.productId, shown(product)]));
  return [...new Set([...searched.keys(), ...listed.keys()])]
    .filter((id) => searched.get(id) !== listed.get(id))
    .toSorted()
    .map(
      (id) =>
        `${id} is ${searched.get(id) ?? "nothing"} in search and ${listed.get(id) ?? "nothing"} on sale`,
    );
};

async function everythingFound({ ports: { search } }: City): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let page = 1; ; page += 1) {
    const { documents } = await search.search({ text: "", pageSize, page });
    for (const document of documents) found.set(document.id, shown(document));
    if (documents.length < pageSize) return found;
  }
}

function shown({ name, category, description, shopId, price }: Shown): string {
  return JSON.stringify([name, category, description, shopId, price]);
}
