import type { Fault } from "@org/local-stack";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failureOf, personal } from "../testing/failure.ts";
import type { SearchIndex, SearchQuery } from "./port.ts";
import type { ProductDocument, ProductFields } from "./products.ts";
import { advanceRebuild, type RebuildProgress, rebuildIndex, startRebuild } from "./rebuild.ts";

export type ProductIndex = SearchIndex<ProductFields>;

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

const tomatoes: ProductDocument = {
  id: "prod_101",
  name: "Organic Tomatoes",
  category: "Vegetables",
  shopId: "shop_789",
  price: 60.5,
  available: 12,
};
const ketchup = { ...tomatoes, id: "prod_102", name: "Tomato Ketchup", category: "Sauces & Dips", price: 99 };
const rice = { ...tomatoes, id: "prod_103", name: "Basmati Rice", category: "Grains", available: 40 };
const brownRice = { ...rice, id: "prod_104", name: "Brown Rice", price: 80, shopId: "shop_790" };
const all = [tomatoes, ketchup, rice, brownRice];

/** What every `SearchIndex` does, whoever is behind it. */
export function searchContract(vendor: string, start: () => Promise<SearchBench>): void {
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
    describe("fails", () => failureContract(() => bench));
  });
}

async function ids(index: ProductIndex, query: Partial<SearchQuery<ProductFields>> = {}): Promise<string[]> {
  const { documents } = await index.search({ text: "", ...query });
  return documents.map(({ id }) => id).toSorted();
}

function writeContract(bench: () => SearchBench): void {
  beforeEach(() => bench().index.create());

  test("a document, found as it was written", async () => {
    await bench().index.upsert(tomatoes);
    expect(await bench().index.search({ text: "tomatoes" })).toEqual({
      total: 1,
      page: 1,
      pageSize: 20,
      documents: [tomatoes],
      facets: {},
    });
  });

  test("a document again in place of the one before", async () => {
    await bench().index.upsert(tomatoes);
    await bench().index.upsert({ ...tomatoes, name: "Green Peas" });
    expect(await ids(bench().index, { text: "tomatoes" })).toEqual([]);
    expect(await ids(bench().index, { text: "peas" })).toEqual([tomatoes.id]);
  });

  test("a removal, also of what is not there", async () => {
    await bench().index.import(all);
    await bench().index.delete(rice.id);
    await bench().index.delete(rice.id);
    await bench().index.delete("prod_1` || price:>0 || id:`");
    expect(await ids(bench().index)).toEqual([tomatoes.id, ketchup.id, brownRice.id]);
  });

  test("what it can of an import, and says what became of each document", async () => {
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

  test("the same import twice to the same end, and nothing for an empty one", async () => {
    await bench().index.import(all);
    expect((await bench().index.import(all)).every(({ imported }) => imported)).toBe(true);
    expect(await bench().index.import([])).toEqual([]);
    expect((await bench().index.search({ text: "" })).total).toBe(all.length);
  });

  test("nothing over a creation of the index that exists", async () => {
    await bench().index.upsert(tomatoes);
    await bench().index.create();
    expect(await ids(bench().index)).toEqual([tomatoes.id]);
  });
}

/** A product with a value of the wrong type, as a caller without types could send it. */
function asProduct(value: object): ProductDocument {
  return value as ProductDocument;
}

function findContract(bench: () => SearchBench): void {
  beforeEach(async () => {
    await bench().index.create();
    await bench().index.import(all);
  });

  test.each<[string, Partial<SearchQuery<ProductFields>>, ProductDocument[]]>([
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

  test("counts of values over all pages", async () => {
    const page = await bench().index.search({ text: "", facets: ["category", "shopId"], pageSize: 1 });
    expect(page.facets.category).toEqual([
      { value: "Grains", count: 2 },
      { value: "Sauces & Dips", count: 1 },
      { value: "Vegetables", count: 1 },
    ]);
    expect(page.facets.shopId?.[0]).toEqual({ value: "shop_789", count: 3 });
  });

  test("pages in the order that was asked for", async () => {
    const order = [
      { by: "available", direction: "descending" },
      { by: "price", direction: "ascending" },
    ] as const;
    const pages = [1, 2, 3].map((page) => bench().index.search({ text: "", order, page, pageSize: 2 }));
    const found = (await Promise.all(pages)).map(({ documents }) => documents.map(({ id }) => id));
    expect(found).toEqual([[rice.id, brownRice.id], [tomatoes.id, ketchup.id], []]);
  });
}

function rebuildContract(bench: () => SearchBench): void {
  const pages = [
    [tomatoes, ketchup],
    [rice, brownRice],
  ];
  const readPage = async (cursor = "0") => {
    const page = Number(cursor);
    return { documents: pages[page] ?? [], ...(page < 1 ? { next: String(page + 1) } : {}) };
  };
  const old = { ...tomatoes, id: "prod_1", name: "Old Potatoes" };
  beforeEach(async () => {
    await bench().index.create();
    await bench().index.upsert(old);
  });

  test("the index beside the live one and swaps them at once", async () => {
    const { index } = bench();
    const seen: [string, string[]][] = [];
    const done = await rebuildIndex({
      index,
      readPage,
      rebuildId: "2026-11-01",
      onProgress: async ({ state }) => {
        seen.push([state, await ids(index)]);
      },
    });
    expect(done).toMatchObject({ state: "live", imported: 4, refused: 0 });
    expect(seen).toEqual([
      ["importing", [old.id]],
      ["importing", [old.id]],
      ["imported", [old.id]],
      ["live", all.map(({ id }) => id)],
    ]);
  });

  test("on from where an earlier run broke off", async () => {
    const { index } = bench();
    const saved: RebuildProgress[] = [];
    const breakOff = (progress: RebuildProgress) => {
      saved.push(structuredClone(progress));
      if (progress.cursor) throw new Error("The process ended.");
    };
    const options = { index, readPage, rebuildId: "broken" };
    await expect(rebuildIndex({ ...options, onProgress: breakOff })).rejects.toThrow("ended");
    const read: (string | undefined)[] = [];
    const watched = async (cursor?: string) => {
      read.push(cursor);
      return readPage(cursor);
    };
    const done = await rebuildIndex({ ...options, readPage: watched, from: saved.at(-1) });
    expect(read).toEqual(["1"]);
    expect(done).toMatchObject({ state: "live", imported: 4 });
    expect(await ids(index)).toEqual(all.map(({ id }) => id));
  });

  test("without losing what is written meanwhile", async () => {
    const { index } = bench();
    const started = await startRebuild({ index }, "busy");
    const halfway = await advanceRebuild({ index, readPage }, started);
    const newer = { ...rice, name: "Jasmine Rice" };
    await index.upsert(newer);
    await index.delete(ketchup.id);
    expect(await ids(index, { text: "jasmine" })).toEqual([rice.id]);
    const imported = await advanceRebuild({ index, readPage }, halfway);
    await advanceRebuild({ index, readPage }, imported);
    expect(await ids(index, { text: "jasmine" })).toEqual([rice.id]);
    expect(await ids(index)).toEqual([tomatoes.id, rice.id, brownRice.id]);
  });

  test("to the same end when a part is repeated", async () => {
    const { index } = bench();
    await index.rebuilds.start("twice");
    await index.rebuilds.start("twice");
    await index.rebuilds.import("twice", all);
    const outcomes = await index.rebuilds.import("twice", all);
    expect(outcomes.every(({ imported }) => imported)).toBe(true);
    expect(await index.rebuilds.finish("twice")).toEqual({ documents: 4 });
    expect(await index.rebuilds.finish("twice")).toEqual({ documents: 4 });
    expect(await ids(index)).toEqual(all.map(({ id }) => id));
  });

  test("only for the one that was started last", async () => {
    const { index } = bench();
    await index.rebuilds.start("first");
    await index.rebuilds.start("second");
    expect((await failureOf(index.rebuilds.finish("first"))).kind).toBe("final");
    await index.rebuilds.import("second", all);
    await index.rebuilds.finish("second");
    expect(await ids(index)).toEqual(all.map(({ id }) => id));
  });

  test("with what is refused counted, and not at all when everything is", async () => {
    const { index } = bench();
    const wrong = asProduct({ ...rice, price: personal.name });
    const mixed = async () => ({ documents: [tomatoes, wrong] });
    const done = await rebuildIndex({ index, readPage: mixed, rebuildId: "mixed" });
    expect(done).toMatchObject({ imported: 1, refused: 1, refusals: [{ id: rice.id }] });
    const hopeless = async () => ({ documents: [wrong] });
    const error = await failureOf(rebuildIndex({ index, readPage: hopeless, rebuildId: "hopeless" }));
    expect(error.kind).toBe("final");
    expect(await ids(index)).toEqual([tomatoes.id]);
  });

  test.each(["", "a b", "x".repeat(101)])("with final for the id %j", async (id) => {
    expect((await failureOf(bench().index.rebuilds.start(id))).kind).toBe("final");
  });
}

const calls: [string, (index: ProductIndex) => Promise<unknown>][] = [
  ["upsert", (index) => index.upsert({ ...tomatoes, description: personal.text })],
  ["delete", (index) => index.delete(personal.email)],
  ["import", (index) => index.import([{ ...tomatoes, description: personal.text }])],
  ["search", (index) => index.search({ text: personal.text, filters: { shopId: personal.name } })],
  ["rebuild", (index) => rebuildIndex({ index, readPage: async () => ({ documents: all }), rebuildId: "r" })],
];

function failureContract(bench: () => SearchBench): void {
  beforeEach(() => bench().index.create());

  describe.each(calls)("%s", (_name, call) => {
    test("with final for a wrong API key", async () => {
      expect(await failureOf(call(bench().unauthorised))).toMatchObject({ kind: "final", status: 401 });
    });

    test("with retryable and the wait the vendor asks for over the rate limit", async () => {
      bench().failNext({ status: 429, retryAfter: 2 });
      const error = await failureOf(call(bench().index));
      expect(error).toMatchObject({ kind: "retryable", status: 429, retryAfter: 2000 });
    });

    test.each([500, 502, 503])("with retryable for a %i, without retrying by itself", async (status) => {
      bench().failNext({ status });
      expect(await failureOf(call(bench().index))).toMatchObject({ kind: "retryable", status });
    });

    test("with retryable when no answer comes in time", async () => {
      bench().failNext({ delay: 2000, times: 2 });
      const error = await failureOf(call(bench().impatient));
      expect(error).toMatchObject({ kind: "retryable", code: "ETIMEDOUT" });
    });

    test.each<Fault>([{ drop: true }, { cut: true }, { malformed: true }])(
      "with retryable for %j",
      async (fault) => {
        bench().failNext(fault);
        expect((await failureOf(call(bench().index))).kind).toBe("retryable");
      },
    );

    test("with retryable when the vendor cannot be reached, and works when it is back", async () => {
      expect((await failureOf(call(bench().unreachable))).kind).toBe("retryable");
      await call(bench().index);
    });
  });

  test("search with final for a page that there cannot be", async () => {
    for (const page of [{ page: 0 }, { page: 1.5 }, { pageSize: 0 }, { pageSize: 251 }]) {
      expect((await failureOf(bench().index.search({ text: "", ...page }))).kind).toBe("final");
    }
  });

  test("import with final for more than 10,000 documents", async () => {
    const many = Array.from({ length: 10_001 }, () => tomatoes);
    expect((await failureOf(bench().index.import(many))).kind).toBe("final");
  });

  test("every call with final while there is no index", async () => {
    await bench().reset();
    for (const call of [calls[0], calls[1], calls[2], calls[3]]) {
      expect(await failureOf(call?.[1](bench().index) ?? Promise.resolve())).toMatchObject({
        kind: "final",
        status: 404,
      });
    }
  });
}
