import { productUpdated } from "@org/events/mohallamart/product-updated";
import { expect, it } from "vitest";
import { buyAll } from "../../testing/place-order.ts";
import { changeProduct, firstProduct, sellOutQuietly, watchProduct } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "notify-watchers";

/** What watchers were told: who, what of, and the prices. */
function told({ engine }: TestBench) {
  return engine.events({ name: "notification.send" }).map(({ data }) => {
    const { userId, type, data: properties } = Object(data);
    return { userId, type, ...properties };
  });
}

async function watchedBench(userIds = ["user_1"]) {
  const bench = await startTestBench();
  await watchProduct(bench, userIds);
  return bench;
}

it("tells every watcher of a lower price, with the price that was", async () => {
  const bench = await watchedBench(["user_1", "user_2"]);
  const { productId, price } = firstProduct(bench);
  await changeProduct(bench, { price: 12.5 });
  await bench.settle();

  const drop = { type: "product.priceDrop", productId, price: 12.5, previousPrice: price };
  expect(told(bench)).toEqual([
    { userId: "user_1", ...drop },
    { userId: "user_2", ...drop },
  ]);
  expect(bench.engine.events({ name: "notification.send" })[0]?.data).toMatchObject({
    priority: "bulk",
    channels: ["push", "email"],
  });
});

it.each([
  ["a price went up", { price: 500 }],
  ["there is more of it", { stock: 500 }],
  ["it has another name", { name: "Cherry Tomatoes" }],
])("tells nobody when %s", async (_, changes) => {
  const bench = await watchedBench();
  await changeProduct(bench, changes);
  await bench.settle();

  expect(bench.engine.run(functionId).output).toEqual({ told: 0 });
  expect(told(bench)).toEqual([]);
});

it("says that a product is back in stock, and that it costs less than it did", async () => {
  const bench = await watchedBench();
  const { productId, price } = firstProduct(bench);
  await sellOutQuietly(bench);
  await changeProduct(bench, { stock: 3, price: 12.5 });
  await bench.settle();

  expect(told(bench)).toEqual([
    { userId: "user_1", type: "product.backInStock", productId, price: 12.5, previousPrice: price },
  ]);
});

it("says once that a product is sold out, whether it was bought or counted", async () => {
  const bought = await watchedBench();
  const { productId, price } = firstProduct(bought);
  const soldOut = { userId: "user_1", type: "product.outOfStock", productId, price };
  await buyAll(bought);
  await bought.settle();
  expect(told(bought)).toEqual([soldOut]);

  const counted = await watchedBench();
  await changeProduct(counted, { stock: 0 });
  await counted.settle();
  expect(told(counted)).toEqual([soldOut]);
});

it("tells what holds now, not what held when the event was written", async () => {
  const bench = await watchedBench();
  const { productId, shopId, price } = firstProduct(bench);
  const send = (changes: Pick<Parameters<typeof productUpdated.create>[0], "price" | "stock" | "changed">) =>
    bench.engine.send(productUpdated.create({ productId, shopId, ...changes }));
  await send({ changed: ["price"], price: { from: price, to: 12.5 } });
  await bench.engine.send({ name: "product.outOfStock", data: { productId, shopId, lastStock: 0 } });
  await bench.mohallaMart.products.update(productId, { stock: 0 }, { emit: [] });
  await send({ changed: ["stock"], stock: { from: 0, to: 4 } });

  expect(bench.engine.runs({ functionId, status: "Completed" })).toHaveLength(3);
  expect(told(bench)).toEqual([]);
});

it("tells nobody of a product that does not exist, or whose shop is hidden", async () => {
  const bench = await watchedBench();
  const { shopId } = firstProduct(bench);
  await bench.engine.send({
    name: "product.outOfStock",
    data: { productId: "prod_gone", shopId, lastStock: 0 },
  });
  await bench.mohallaMart.shops.setListed(shopId, false);
  await changeProduct(bench, { price: 12.5 });
  await bench.settle();

  expect(bench.engine.runs({ functionId, status: "Completed" })).toHaveLength(2);
  expect(told(bench)).toEqual([]);
});

it("goes through more watchers than a page has, each once, though a page is sent twice", async () => {
  const userIds = Array.from({ length: 251 }, (_, n) => `user_${String(n).padStart(4, "0")}`);
  const bench = await watchedBench(userIds);
  bench.engine.faults.loseAnswer({ functionId, stepId: "notify-watchers:0" });
  await changeProduct(bench, { price: 12.5 });
  await bench.settle();
  await bench.engine.advance("5m");

  expect(bench.engine.run(functionId).output).toEqual({ told: 251 });
  expect(told(bench).map(({ userId }) => userId)).toEqual(userIds);
});
