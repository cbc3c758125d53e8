import { productUpdated } from "@org/events/mohallamart/product-updated";
import { productCache } from "@org/stores/mohallamart/products/cache";
import { expect, it } from "vitest";
import { addProduct, changeProduct, firstProduct, starfruit } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "sync-product-data";

function cached({ cache }: TestBench, productId: string) {
  // Without a store, what comes can only come from the cache.
  return productCache({ cache, products: { get: async () => undefined } }).get(productId);
}

async function found({ search }: TestBench, text: string) {
  return (await search.search({ text })).documents[0];
}

it("has a new product in the cache and in search two seconds later", async () => {
  const bench = await startTestBench();
  await addProduct(bench);
  await bench.settle();
  await bench.engine.advance("2s");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.run("index-product")).toHaveCompleted();
  const { productId, name, price, stock } = starfruit;
  expect(await cached(bench, productId)).toMatchObject({ name, price, available: stock });
  expect(await found(bench, name)).toMatchObject({ id: productId, price });
});

it("makes one run of several changes, with the last of each", async () => {
  const bench = await startTestBench();
  const { productId } = firstProduct(bench);
  await changeProduct(bench, { price: 11 });
  await changeProduct(bench, { name: "Cherry Tomatoes" });
  await bench.settle();
  await bench.engine.advance("1s");
  await changeProduct(bench, { price: 12.5 });
  await bench.settle();
  await bench.engine.advance("1999ms");
  expect(bench.engine.runs({ functionId })).toEqual([]);
  await bench.engine.advance("1ms");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.events({ name: "search.index" })).toHaveLength(1);
  expect(await found(bench, "Cherry Tomatoes")).toMatchObject({ id: productId, price: 12.5 });
  expect(await cached(bench, productId)).toMatchObject({ name: "Cherry Tomatoes", price: 12.5 });
});

it("does not wait for ever when changes keep coming", async () => {
  const bench = await startTestBench();
  for (let second = 0; second < 12; second += 1) {
    await changeProduct(bench, { price: 10 + second });
    await bench.settle();
    await bench.engine.advance("1s");
  }
  expect(bench.engine.runs({ functionId })).toHaveLength(1);
});

it("keeps the changes of two products apart", async () => {
  const bench = await startTestBench();
  await addProduct(bench);
  await changeProduct(bench, { price: 12.5 });
  await bench.settle();
  await bench.engine.advance("2s");

  expect(bench.engine.runs({ functionId, status: "Completed" })).toHaveLength(2);
});

it("takes many products that sell out at once away from search, without waiting for the emails", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 503, times: 20 });
  const soldOut = bench.products.slice(0, 5);
  for (const { productId, shopId } of soldOut) {
    await bench.mohallaMart.products.update(productId, { stock: 0 }, { emit: [] });
    await bench.engine.send({ name: "product.outOfStock", data: { productId, shopId, lastStock: 0 } });
  }
  await bench.engine.advance("2s");

  const { documents } = await bench.search.search({ text: "", pageSize: 250 });
  const ids = documents.map(({ id }) => id);
  expect(soldOut.filter(({ productId }) => ids.includes(productId))).toEqual([]);
  expect(bench.vendors.outbox()).toEqual([]);
});

it("forgets a product that does not exist", async () => {
  const bench = await startTestBench();
  const gone = { ...starfruit, available: 1, productId: "prod_gone" };
  await bench.cache.set("product:prod_gone", gone, { ttl: 60_000 });
  await bench.search.upsert({ id: "prod_gone", ...gone });
  await bench.engine.send(
    productUpdated.create({ productId: "prod_gone", shopId: "shop_790", changed: ["details"] }),
  );
  await bench.engine.advance("2s");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.events({ name: "search.index" })).toEqual([]);
  expect(await cached(bench, "prod_gone")).toBeUndefined();
  expect(await found(bench, "Starfruit")).toBeUndefined();
});

it("indexes the product all the same once the cache answers again", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("upstash", { status: 503, times: 2 });
  await changeProduct(bench, { price: 12.5 });
  await bench.settle();
  await bench.engine.advance("15s");

  expect(bench.engine.run(functionId)).toHaveRunStep("refresh-cache", { attempts: 3 });
  expect(await found(bench, firstProduct(bench).name)).toMatchObject({ price: 12.5 });
});
