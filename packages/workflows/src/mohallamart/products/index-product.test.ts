import { searchIndex } from "@org/events/mohallamart/search-index";
import { expect, it } from "vitest";
import { firstProduct } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "index-product";

async function found({ search, ...bench }: TestBench) {
  const { productId, name } = firstProduct(bench);
  const { documents } = await search.search({ text: name });
  return documents.find(({ id }) => id === productId);
}

async function index(bench: TestBench) {
  const { productId, name, category, price, shopId } = firstProduct(bench);
  await bench.engine.send(searchIndex.create({ productId, name, category, price, shopId }));
}

it("makes a product found, as the store has it now", async () => {
  const bench = await startTestBench();
  await bench.search.delete(firstProduct(bench).productId);
  await bench.mohallaMart.products.update(firstProduct(bench).productId, { price: 12.5 }, { emit: [] });
  await index(bench);

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await found(bench)).toMatchObject({ price: 12.5 });
});

it("takes a product of a shop that is not listed out of search", async () => {
  const bench = await startTestBench();
  await bench.mohallaMart.shops.setListed(firstProduct(bench).shopId, false);
  await index(bench);

  expect(bench.engine.run(functionId).output).toBe("removed");
  expect(await found(bench)).toBeUndefined();
});

it("takes a product that does not exist any more out of search", async () => {
  const bench = await startTestBench();
  await bench.search.upsert({
    id: "prod_gone",
    name: "Gone",
    category: "Fruit",
    shopId: "shop_790",
    price: 5,
    available: 1,
  });
  const { name, category, price, shopId } = firstProduct(bench);
  await bench.engine.send(searchIndex.create({ productId: "prod_gone", name, category, price, shopId }));

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect((await bench.search.search({ text: "Gone" })).documents.map(({ id }) => id)).not.toContain(
    "prod_gone",
  );
});

it("writes what the store has when search comes back, not what it had when the run began", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("typesense", { status: 503, times: 2 });
  await index(bench);
  expect(bench.engine.run(functionId).status).toBe("Running");
  await bench.mohallaMart.products.update(firstProduct(bench).productId, { price: 12.5 }, { emit: [] });
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await found(bench)).toMatchObject({ price: 12.5 });
});
