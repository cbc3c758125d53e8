import type { Fault } from "../../contracts/fault.ts";
import type { GoodsDocument, GoodsFields } from "../../contracts/goods-index.ts";
import type { SearchIndex, SearchQuery } from "../port.ts";
import { advanceRebuild, type RebuildOptions, type RebuildProgress, rebuildIndex } from "../rebuild.ts";

export type ProductIndex = SearchIndex<GoodsFields>;

/** The vendor's emulator, and its adapter in front of it. */
export interface SearchBench {
  index: ProductIndex;
  /** The same with a time limit of 100 ms. */
  impatient: ProductIndex;
  /** The same with a key that the vendor does not know. */
  unauthorised: ProductIndex;
  /** The same for an address on which nothing listens. */
  unreachable: ProductIndex;
  /** The emulator's next requests. */
  failNext(fault: Fault): void;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

export const tomatoes: GoodsDocument = {
  id: "prod_101",
  name: "Organic Tomatoes",
  category: "Vegetables",
  shopId: "shop_789",
  price: 60.5,
  available: 12,
};
export const ketchup = {
  ...tomatoes,
  id: "prod_102",
  name: "Tomato Ketchup",
  category: "Sauces & Dips",
  price: 99,
};
export const rice = { ...tomatoes, id: "prod_103", name: "Basmati Rice", category: "Grains", available: 40 };
export const brownRice = { ...rice, id: "prod_104", name: "Brown Rice", price: 80, shopId: "shop_790" };
export const all = [tomatoes, ketchup, rice, brownRice];

/** Of what a query finds on its first page, in the order of the ids. */
export async function ids(
  index: ProductIndex,
  query: Partial<SearchQuery<GoodsFields>> = {},
): Promise<string[]> {
  const { documents } = await index.search({ text: "", ...query });
  return documents.map(({ id }) => id).toSorted();
}

/** A product with a value of the wrong type, as a caller without types could send it. */
export function asProduct(value: object): GoodsDocument {
  return value as GoodsDocument;
}

/** Runs a whole rebuild from pages. */
export function rebuild({
  readPage,
  ...run
}: RebuildOptions<GoodsFields> &
  Omit<Parameters<typeof rebuildIndex<GoodsFields>>[0], "advance">): Promise<RebuildProgress> {
  return rebuildIndex({
    ...run,
    advance: (progress) => advanceRebuild({ index: run.index, readPage }, progress),
  });
}
