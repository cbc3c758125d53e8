import { type Act, actsOf } from "../run/journal.ts";
import type { Finding, Product, Shown, Snapshot } from "./snapshot.ts";

/** Search finds what is sold and no more, and the cache shows it as it is. What is left may be five minutes old there. */
export function lookAtCatalogue(
  { products, search, cache }: Pick<Snapshot, "products" | "search" | "cache">,
  acts: readonly Act[],
): Finding[] {
  return [
    ...products.flatMap((product) => [...found(product, search), ...shown(product, cache)]),
    ...prices(products, acts),
  ];
}

function found(
  { productId: id, stock, reserved, isListed, ...product }: Product,
  search: Snapshot["search"],
): Finding[] {
  const entry = search.get(id);
  const wrong = (says: string): Finding[] => [{ kind: "wrong", what: "search", id, says, owed: true }];
  const isSold = isListed && stock > reserved;
  if (!entry) return isSold ? wrong("it is sold, and search does not find it") : [];
  if (!isSold) return wrong("it is not sold, and search finds it");
  const differing = difference(product, entry);
  return differing ? wrong(`search has another ${differing}`) : [];
}

function shown({ productId: id, ...product }: Product, cache: Snapshot["cache"]): Finding[] {
  const entry = cache.get(id);
  const differing = entry && difference(product, entry);
  return differing
    ? [{ kind: "wrong", what: "cache", id, says: `the cache has another ${differing}`, owed: true }]
    : [];
}

function difference(product: Shown, other: Shown): string | undefined {
  for (const field of ["name", "price", "category"] as const) {
    if (product[field] !== other[field]) return `${field}, ${other[field]} for ${product[field]}`;
  }
  return undefined;
}

/** A price that was in doubt may be set after a later one, but not much later. */
const late = 60_000;

function prices(products: readonly Product[], acts: readonly Act[]): Finding[] {
  const now = new Map(products.map(({ productId, price }) => [productId, price]));
  return [...Map.groupBy(actsOf(acts, "price"), ({ id }) => id)].flatMap(([id, own]) => {
    const last = own.findLast(({ answer }) => answer === "acknowledged");
    if (!last) return [];
    const doubts = own.filter(({ answer, ended }) => answer === "doubt" && ended > last.began - late);
    const possible = [last, ...doubts].map(({ price }) => price);
    const price = now.get(id);
    if (price !== undefined && possible.includes(price)) return [];
    return [
      { kind: "lost", what: "price", id, says: `${possible.join(" or ")} was set, and it is ${price}` },
    ];
  });
}
