import { pushIdOf } from "@org/integrations/push/port";
import { expect, it } from "vitest";
import { buyAll } from "../../testing/place-order.ts";
import { firstProduct } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "process-out-of-stock-alert";

async function found(bench: TestBench) {
  const { productId, name } = firstProduct(bench);
  const { documents } = await bench.search.search({ text: name });
  return documents.some(({ id }) => id === productId);
}

async function keeperOf({ mohallaMart, ...bench }: TestBench) {
  const [keeper] = await mohallaMart.shopkeepers.list({ shopId: firstProduct(bench).shopId });
  if (!keeper) throw new Error("The demo data has no shopkeeper for the first product.");
  return keeper;
}

it("takes a product that sold out away from search, logs it and tells the shopkeeper once", async () => {
  const bench = await startTestBench();
  const { productId, shopId, name } = firstProduct(bench);
  const { shopkeeperId, email } = await keeperOf(bench);
  await bench.subscribeDevice(shopkeeperId);
  expect(await found(bench)).toBe(true);
  await buyAll(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await found(bench)).toBe(false);
  expect(await bench.mohallaMart.inventory.openAlerts({ shopId })).toMatchObject([{ productId }]);
  const alerts = bench.vendors.outbox().filter(({ subject }) => subject === `Sold out: ${name}`);
  expect(alerts.map(({ channel, to }) => [channel, to]).sort()).toEqual([
    ["email", email],
    ["push", pushIdOf("mohallamart", shopkeeperId)],
  ]);
});

it("completes, and says so, when the shopkeeper has no device and email is refused", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422 });
  await buyAll(bench);
  await bench.settle();
  await bench.engine.advance("5m");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  const { productId } = firstProduct(bench);
  const deliveries = await bench.mohallaMart.deliveries.list({ subject: productId });
  expect(deliveries.map(({ channel, status }) => [channel, status]).sort()).toEqual([
    ["email", "failed"],
    ["push", "failed"],
  ]);
});

it("leaves a product alone that was restocked before the alert ran", async () => {
  const bench = await startTestBench();
  const { productId, shopId } = firstProduct(bench);
  await bench.engine.send({ name: "product.outOfStock", data: { productId, shopId, lastStock: 0 } });

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.vendors.outbox()).toEqual([]);
  expect(await bench.mohallaMart.inventory.openAlerts({ shopId })).toEqual([]);
  expect(await found(bench)).toBe(true);
});

it("keeps a product in search that was restocked between the alert and its removal", async () => {
  const bench = await startTestBench();
  const { productId } = firstProduct(bench);
  bench.vendors.failNext("typesense", { status: 503, times: 2 });
  await buyAll(bench);
  await bench.runDue();
  expect(bench.engine.run(functionId).status).toBe("Running");
  await bench.mohallaMart.products.update(productId, { stock: 5 }, { emit: [] });
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await found(bench)).toBe(true);
});

it("does nothing for a product that does not exist", async () => {
  const bench = await startTestBench();
  const data = { productId: "prod_gone", shopId: "shop_790", lastStock: 0 };
  await bench.engine.send({ name: "product.outOfStock", data });

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.vendors.outbox()).toEqual([]);
});
