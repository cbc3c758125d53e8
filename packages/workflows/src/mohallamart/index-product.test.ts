import { searchIndex } from "@org/events/mohallamart/search-index";
import { expect, it } from "vitest";
import { placeOrder } from "../testing/place-order.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";

const found = async ({ search }: TestBench, text: string) =>
  (await search.search({ text })).documents.map(({ id }) => id);

function firstProduct({ products }: TestBench) {
  const [product] = products;
  if (!product) throw new Error("The demo data has no product.");
  return product;
}

async function index(bench: TestBench) {
  const { productId, name, category, price, shopId } = firstProduct(bench);
  await bench.engine.send(searchIndex.create({ productId, name, category, price, shopId }));
}

it("makes a product found, as the store has it now", async () => {
  const bench = await startTestBench();
  const { productId, name } = firstProduct(bench);
  await bench.mohallaMart.products.update(productId, { price: 12.5 }, { emit: [] });
  await index(bench);

  expect(bench.engine.run("index-product")).toHaveCompleted();
  const page = await bench.search.search({ text: name });
  expect(page.documents[0]).toMatchObject({ id: productId, price: 12.5 });
});

it("does not index a product of a shop that is not listed", async () => {
  const bench = await startTestBench();
  const { name, shopId } = firstProduct(bench);
  await bench.mohallaMart.shops.setListed(shopId, false);
  await index(bench);

  expect(await found(bench, name)).toEqual([]);
});

it("takes a product that sold out away from search and tells the shopkeeper once", async () => {
  const bench = await startTestBench();
  const { productId, shopId, name, stock } = firstProduct(bench);
  await index(bench);
  expect(await found(bench, name)).toContain(productId);
  await placeOrder(bench, { shopId, items: [{ productId, quantity: stock }] });
  await bench.settle();

  expect(bench.engine.run("process-out-of-stock-alert")).toHaveCompleted();
  expect(await found(bench, name)).not.toContain(productId);
  const alerts = bench.vendors.outbox().filter(({ subject }) => subject === `Sold out: ${name}`);
  const keepers = await bench.mohallaMart.shopkeepers.list({ shopId });
  expect(alerts.map(({ to }) => to)).toEqual(keepers.map(({ email }) => email));
});

it("leaves a product alone that was restocked before the alert ran", async () => {
  const bench = await startTestBench();
  const { productId, shopId } = firstProduct(bench);
  await index(bench);
  await bench.engine.send({ name: "product.outOfStock", data: { productId, shopId, lastStock: 0 } });

  expect(bench.engine.run("process-out-of-stock-alert")).toHaveCompleted();
  expect(bench.vendors.outbox()).toEqual([]);
  expect(await found(bench, firstProduct(bench).name)).toContain(productId);
});
