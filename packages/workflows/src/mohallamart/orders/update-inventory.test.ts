import { expect, it } from "vitest";
import { placeOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "update-inventory";

function someProduct({ products }: TestBench) {
  const product = products.find(({ stock }) => stock > 2);
  if (!product) throw new Error("The demo data has no product with more than two units.");
  return product;
}

it("takes the ordered units out of stock, once, however often the order's event arrives", async () => {
  const bench = await startTestBench();
  const { productId, stock } = someProduct(bench);
  const { orderId } = await placeOrder(bench, { items: [{ productId, quantity: 2 }] });
  await bench.settle();
  const [event] = bench.engine.events({ name: "order.created" });
  await bench.engine.send({ name: "order.created", data: Object(event?.data) });
  await bench.settle();

  expect(bench.engine.runs({ functionId })).toHaveLength(2);
  expect(await bench.mohallaMart.products.get(productId)).toMatchObject({ available: stock - 2 });
  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    stockTakenAt: expect.any(String),
  });
});

it("says that a product is out of stock when its last unit goes, once, and what caused it", async () => {
  const bench = await startTestBench();
  const { productId, shopId, stock } = someProduct(bench);
  await placeOrder(bench, { shopId, items: [{ productId, quantity: stock }] });
  await bench.settle();

  const events = bench.engine.events({ name: "product.outOfStock" });
  expect(events).toHaveLength(1);
  expect(events[0]?.data).toMatchObject({
    productId,
    shopId,
    lastStock: 0,
    causationId: "order.created:ord_1",
  });
});

it("keeps stock and events right when the worker is lost after the write", async () => {
  const bench = await startTestBench();
  const { productId, shopId, stock } = someProduct(bench);
  bench.engine.faults.loseAnswer({ functionId, stepId: "take-stock" });
  await placeOrder(bench, { shopId, items: [{ productId, quantity: stock }] });
  await bench.settle();
  await bench.engine.advance("5m");
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await bench.mohallaMart.products.get(productId)).toMatchObject({ available: 0 });
  expect(bench.engine.events({ name: "product.outOfStock" })).toHaveLength(1);
});

it("retries when the database fails for a moment", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId, stepId: "take-stock", attempts: 2 });
  await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("10s");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.run(functionId)).toHaveRunStep("take-stock", { attempts: 3 });
});
