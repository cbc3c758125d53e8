import { productUpdated } from "@org/events/mohallamart/product-updated";
import { expect, it } from "vitest";
import { eventsOf } from "../../testing/events-of.ts";
import { buyAll } from "../../testing/place-order.ts";
import { changeProduct, firstProduct, sellOutQuietly, watchProduct } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { moveInCustomers } from "../../testing/users.ts";

const functionId = "notify-watchers";

/** What watchers were told: who, what of, and the prices. */
function told({ engine }: TestBench) {
  return eventsOf(engine, { name: "notification.send" }).map(({ data }) => {
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

it("tells 5,000 watchers in batches of a hundred, in minutes, with the vendors' limits", async () => {
  const bench = await startTestBench({ rateLimits: true, schedulesOf: [], maxConcurrentCalls: 4 });
  const { productId } = firstProduct(bench);
  const userIds = await moveInCustomers(bench, 5_000);
  await bench.pool.query(
    "insert into mohallamart.watchers (user_id, product_id) select user_id, $1 from mohallamart.users where user_id like 'user\\_n%'",
    [productId],
  );
  const began = bench.engine.now().getTime();
  await changeProduct(bench, { price: 12.5 });
  await bench.settle();
  while (!isTold(bench, userIds.length)) await bench.engine.advance("10s");
  const minutes = (bench.engine.now().getTime() - began) / 60_000;

  expect(minutes).toBeLessThan(6);
  const runsOf = (id: string) => bench.engine.runs({ functionId: id });
  // Batches are full but for those whose time was up.
  for (const sender of ["send-bulk-notification", "deliver-bulk-email"]) {
    expect(runsOf(sender).length).toBeGreaterThanOrEqual(50);
    expect(runsOf(sender).length).toBeLessThan(80);
    expect(new Set(runsOf(sender).map(({ status }) => status))).toEqual(new Set(["Completed"]));
  }
  const emails = bench.vendors.outbox().filter(({ channel }) => channel === "email");
  expect(new Set(emails.map(({ to }) => to)).size).toBe(5_000);
  expect(emails).toHaveLength(5_000);
  const steps = runsOf("deliver-bulk-email").flatMap((run) => run.steps);
  const requests = steps.filter(({ id }) => id === "send-batch").map(({ attempts }) => attempts);
  expect(requests.reduce((total, attempts) => total + attempts, 0)).toBeLessThan(80);
}, 300_000);

function isTold({ engine }: TestBench, howMany: number): boolean {
  const told = engine.runs({ functionId: "deliver-bulk-email", status: "Completed" });
  return told.reduce((total, { events }) => total + events.length, 0) >= howMany;
}

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
