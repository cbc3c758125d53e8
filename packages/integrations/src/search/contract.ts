import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { personal } from "../contracts/failure.ts";
import type { GoodsDocument, GoodsFields } from "../contracts/goods-index.ts";
import {
  all,
  asProduct,
  brownRice,
  ids,
  ketchup,
  rice,
  type SearchBench,
  tomatoes,
} from "./contract/bench.ts";
import { failureContract } from "./contract/failures.ts";
import { rebuildContract } from "./contract/rebuilds.ts";
import type { SearchQuery } from "./port.ts";

/**
 * What every `SearchIndex` does, whoever is behind it.
 * @param options.hasSpare another server does what one fails at, so that a fault is no failure
 */
export function searchContract(
  vendor: string,
  start: () => Promise<SearchBench>,
  { hasSpare = false }: { hasSpare?: boolean } = {},
): void {
  describe(`search through ${vendor}`, () => {
    let bench: SearchBench;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(() => bench.reset());
    afterAll(() => bench.stop());

    describe("writes", () => writeContract(() => bench));
    describe("finds", () => findContract(() => bench));
    describe("rebuilds", () => rebuildContract(() => bench));
    if (!hasSpare) describe("fails", () => failureContract(() => bench));
  });
}

function writeContract(bench: () => SearchBench): void {
  beforeEach(() => bench().index.create());

  it("a document, found as it was written", async () => {
    await bench().index.upsert(tomatoes);
    expect(await bench().index.search({ text: "tomatoes" })).toEqual({
      total: 1,
      page: 1,
      pageSize: 20,
      documents: [tomatoes],
      facets: {},
    });
  });

  it("a document again in place of the one before", async () => {
    await bench().index.upsert(tomatoes);
    await bench().index.upsert({ ...tomatoes, name: "Green Peas" });
    expect(await ids(bench().index, { text: "tomatoes" })).toEqual([]);
    expect(await ids(bench().index, { text: "peas" })).toEqual([tomatoes.id]);
  });

  it("a removal, also of what is not there", async () => {
    await bench().index.import(all);
    await bench().index.delete(rice.id);
    await bench().index.delete(rice.id);
    await bench().index.delete("prod_1` || price:>0 || id:`");
    expect(await ids(bench().index)).toEqual([tomatoes.id, ketchup.id, brownRice.id]);
  });

  it("what it can of an import, and says what became of each document", async () => {
    const wrong = { ...rice, price: personal.name };
    const documents = [tomatoes, asProduct(wrong), ketchup];
    const outcomes = await bench().index.import(documents);
    expect(outcomes).toEqual([
      { id: tomatoes.id, imported: true },
      { id: rice.id, imported: false, kind: "final", reason: expect.stringContaining("price") },
      { id: ketchup.id, imported: true },
    ]);
    expect(JSON.stringify(outcomes)).not.toContain(personal.name);
    expect(await ids(bench().index)).toEqual([tomatoes.id, ketchup.id]);
  });

  it("the same import twice to the same end, and nothing for an empty one", async () => {
    await bench().index.import(all);
    expect((await bench().index.import(all)).every(({ imported }) => imported)).toBe(true);
    expect(await bench().index.import([])).toEqual([]);
    expect((await bench().index.search({ text: "" })).total).toBe(all.length);
  });

  it("nothing over a creation of the index that exists", async () => {
    await bench().index.upsert(tomatoes);
    await bench().index.create();
    expect(await ids(bench().index)).toEqual([tomatoes.id]);
  });
}

function findContract(bench: () => SearchBench): void {
  beforeEach(async () => {
    await bench().index.create();
    await bench().index.import(all);
  });

  it.each<[string, Partial<SearchQuery<GoodsFields>>, GoodsDocument[]]>([
    ["everything for no words", { text: "" }, all],
    ["all words together", { text: "organic tomatoes" }, [tomatoes]],
    ["the beginning of a word", { text: "ketch" }, [ketchup]],
    ["a word with a letter wrong", { text: "basmari" }, [rice]],
    ["a long word with two letters wrong", { text: "tomattoas" }, [tomatoes]],
    ["a category by its words", { text: "grains" }, [rice, brownRice]],
    ["fewer words when no document has all", { text: "brown spaceship" }, [brownRice]],
    ["nothing where nothing is like it", { text: "bicycle" }, []],
    ["one value", { filters: { category: "Sauces & Dips" } }, [ketchup]],
    [
      "any of several values",
      { filters: { category: ["Grains", "Vegetables"] } },
      [tomatoes, rice, brownRice],
    ],
    ["a range, ends included", { filters: { price: { from: 60.5, to: 80 } } }, [tomatoes, rice, brownRice]],
    ["an open range", { filters: { available: { from: 13 } } }, [rice, brownRice]],
    ["all conditions at once", { text: "rice", filters: { shopId: "shop_790", price: 80 } }, [brownRice]],
    ["nothing by signs of the filter language", { filters: { category: "x` || category:`Grains" } }, []],
  ])("%s", async (_case, query, found) => {
    expect(await ids(bench().index, query)).toEqual(found.map(({ id }) => id));
  });

  it("counts of values over all pages", async () => {
    const page = await bench().index.search({ text: "", facets: ["category", "shopId"], pageSize: 1 });
    expect(page.facets.category).toEqual([
      { value: "Grains", count: 2 },
      { value: "Sauces & Dips", count: 1 },
      { value: "Vegetables", count: 1 },
    ]);
    expect(page.facets.shopId?.[0]).toEqual({ value: "shop_789", count: 3 });
  });

  it("pages in the order that was asked for", async () => {
    const order = [
      { by: "available", direction: "descending" },
      { by: "price", direction: "ascending" },
    ] as const;
    const pages = [1, 2, 3].map((page) => bench().index.search({ text: "", order, page, pageSize: 2 }));
    const found = (await Promise.all(pages)).map(({ documents }) => documents.map(({ id }) => id));
    expect(found).toEqual([[rice.id, brownRice.id], [tomatoes.id, ketchup.id], []]);
  });
}
