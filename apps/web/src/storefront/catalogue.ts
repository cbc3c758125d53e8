import type { Product, Shop } from "@org/stores/mohallamart/port";

interface CategoryShelf {
  category: string;
  products: Product[];
}

export interface ShopShelves {
  shop: Shop;
  categories: CategoryShelf[];
}

/** What each shop sells, by category, in the order in which the products come; a shop without any is left out. */
export function toShelves(shops: readonly Shop[], products: readonly Product[]): ShopShelves[] {
  return shops.flatMap((shop) => {
    const own = products.filter(({ shopId }) => shopId === shop.shopId);
    const byCategory = Map.groupBy(own, ({ category }) => category);
    const categories = [...byCategory].map(([category, products]) => ({ category, products }));
    return categories.length > 0 ? [{ shop, categories }] : [];
  });
}

/** What else the same shop sells, at most so many: what can be had before what is sold out, then what is of its category. */
export function alongside(
  { productId, category }: Pick<Product, "productId" | "category">,
  ofShop: readonly Product[],
  most = 5,
): Product[] {
  const rank = (other: Product) => Number(other.available === 0) * 2 + Number(other.category !== category);
  return ofShop
    .filter((other) => other.productId !== productId)
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, most);
}

/** The shops of a neighbourhood before the others, otherwise in their order. */
export function nearestFirst(shops: readonly Shop[], area: string | undefined): Shop[] {
  return shops.toSorted((a, b) => Number(b.area === area) - Number(a.area === area));
}

const lowStock = 5;

export interface StockNote {
  key: "soldOut" | "onlyLeft" | "inStock";
  level: "good" | "low" | "none";
}

export function stockNote(available: number): StockNote {
  if (available === 0) return { key: "soldOut", level: "none" };
  if (available <= lowStock) return { key: "onlyLeft", level: "low" };
  return { key: "inStock", level: "good" };
}
