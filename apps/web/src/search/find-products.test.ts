import { typesenseSearch } from "@org/integrations/search/typesense";
import { startEmulators } from "@org/local-stack";
import { demoProducts, demoShops } from "@org/stores/demo-data/mohallamart";
import { productIndex } from "@org/stores/mohallamart/products/search-index";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { findProducts } from "./find-products.ts";
import { type ProductQuery, parseProductQuery } from "./product-query.ts";

const { shops, products } = await testStores();
const emulators = await startEmulators({ rateLimits: false });
const search = typesenseSearch({ index: productIndex, ...emulators.typesense });
const log = { warn: vi.fn() };

beforeAll(async () => {
  for (const shop of demoShops) await shops.add(shop);
  await search.create();
  for (const product of demoProducts) {
    await products.add(product);
    const { productId: id, stock: available, unit: _, ...document } = product;
    await search.upsert({ id, available, ...document });
  }
});
afterAll(() => emulators.stop());

const find = (query: Partial<ProductQuery>) =>
  findProducts({ search, products, shops, log }, { ...parseProductQuery({}), ...query });
const names = async (query: Partial<ProductQuery>) => (await find(query))?.products.map(({ name }) => name);

it("a word with a typing error finds what was meant", async () => {
  expect(await names({ text: "tomatos" })).toEqual(["Organic Tomatoes"]);
});

it("the facets say how much each category and shop has, by name", async () => {
  const found = await find({ text: "" });
  expect(found?.total).toBe(demoProducts.length);
  expect(found?.pages).toBe(2);
  expect(found?.products).toHaveLength(24);
  const inFruit = demoProducts.filter(({ category }) => category === "Fruit").length;
  expect(found?.categories).toContainEqual({ value: "Fruit", label: "Fruit", count: inFruit });
  expect(found?.shops.map(({ label }) => label).toSorted()).toEqual(
    demoShops.map(({ name }) => name).toSorted(),
  );
});

it("a search is narrowed to a category and a shop, and put in the order of prices", async () => {
  const found = await find({ category: "Fruit", shopId: "shop_790", sort: "cheapest" });
  const prices = found?.products.map(({ price }) => price) ?? [];
  expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  expect(new Set(found?.products.map(({ category }) => category))).toEqual(new Set(["Fruit"]));
  expect((await find({ category: "Fruit", shopId: "shop_789" }))?.total).toBe(0);
  expect((await names({ category: "Fruit", sort: "dearest" }))?.[0]).toBe("Alphonso Mangoes");
});

it("shows products as the store has them, not as they were indexed", async () => {
  const [product] = demoProducts;
  await products.update(product?.productId ?? "", { price: 12.5 }, { emit: [] });
  expect((await find({ text: product?.name }))?.products[0]).toMatchObject({ price: 12.5 });
});

it("finds nothing, and does not fail, while search is down", async () => {
  emulators.failNext("typesense", { status: 503, times: 1 });
  expect(await find({ text: "rice" })).toBeUndefined();
  expect(log.warn).toHaveBeenCalledOnce();
});
