import { pushIdOf } from "@org/integrations/push/port";
import { expect, it } from "vitest";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "notify-shopkeeper";

async function keeperOf({ mohallaMart }: TestBench, shopId: string) {
  const [keeper] = await mohallaMart.shopkeepers.list({ shopId });
  if (!keeper) throw new Error(`The demo data has no shopkeeper for ${shopId}.`);
  return keeper;
}

it("tells the shop's own keeper what to pack, without the customer's contact", async () => {
  const bench = await startTestBench();
  const order = await placeOrder(bench);
  await bench.settle();

  const keeper = await keeperOf(bench, order.shopId);
  const [notice, ...more] = bench.vendors.outbox().filter(({ to }) => to === keeper.email);
  expect(more).toEqual([]);
  expect(notice?.text).toContain(order.orderId);
  expect(notice?.html).not.toContain(asha.email);
  expect(notice?.html).not.toContain(asha.phone);
  expect(await bench.mohallaMart.orders.progress(order.orderId)).toMatchObject({
    shopkeeper: { status: "sent" },
  });
});

it("sends one email when the worker is lost after asking, and after sending", async () => {
  const bench = await startTestBench();
  bench.engine.faults.loseAnswer({ functionId, stepId: "ask-for-emails" });
  bench.engine.faults.loseAnswer({ functionId: "deliver-email", stepId: "send-batch" });
  const order = await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("5m");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  const keeper = await keeperOf(bench, order.shopId);
  expect(bench.vendors.outbox().filter(({ to }) => to === keeper.email)).toHaveLength(1);
});

it("says on the order page when nobody at the shop could be told", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422 });
  const order = await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run("deliver-email")).toHaveFailed(/emails did not leave/);
  expect(await bench.mohallaMart.orders.progress(order.orderId)).toMatchObject({
    shopkeeper: { status: "failed" },
  });
});

it("fails when nobody keeps the shop", async () => {
  const bench = await startTestBench();
  await bench.rows.removeShopkeepers();
  await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveFailed(
    /Nobody could be told of order ord_1: nobody keeps its shop/,
  );
});

it("pushes at once while the email's vendor is away", async () => {
  const bench = await startTestBench();
  const { shopkeeperId } = await keeperOf(bench, bench.products[0]?.shopId ?? "");
  await bench.subscribeDevice(shopkeeperId);
  bench.vendors.failNext("resend", { status: 503, times: 20 });
  await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.vendors.outbox().filter(({ channel }) => channel === "push")).toHaveLength(1);
});

it("pushes to the devices of a shopkeeper who has some, once, however often the answer is lost", async () => {
  const bench = await startTestBench();
  const { shopkeeperId } = await keeperOf(bench, bench.products[0]?.shopId ?? "");
  await bench.subscribeDevice(shopkeeperId);
  bench.engine.faults.loseAnswer({ functionId, stepId: "ask-for-pushes" });
  bench.engine.faults.loseAnswer({ functionId: "deliver-push", stepId: "send-push" });
  const { orderId, total } = await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId).output).toEqual({
    [`${shopkeeperId} email`]: "asked",
    [`${shopkeeperId} push`]: "asked",
  });
  const pushed = bench.vendors.outbox().filter(({ channel }) => channel === "push");
  expect(pushed).toMatchObject([
    { to: pushIdOf("mohallamart", shopkeeperId), subject: `New order ${orderId}` },
  ]);
  expect(pushed[0]?.text).toContain(`₹${total.toFixed(2)}`);
});

it("is done while the push vendor is over its limit, and the keeper's devices hear of it afterwards", async () => {
  const bench = await startTestBench();
  const { shopkeeperId } = await keeperOf(bench, bench.products[0]?.shopId ?? "");
  await bench.subscribeDevice(shopkeeperId);
  bench.vendors.failNext("onesignal", { status: 429, times: 5 });
  await placeOrder(bench);
  await bench.settle();
  const pushes = () => bench.vendors.outbox().filter(({ channel }) => channel === "push");
  expect([bench.engine.run(functionId).status, pushes()]).toEqual(["Completed", []]);

  await bench.engine.advance("2h");
  expect(bench.engine.run("deliver-push")).toHaveCompleted();
  expect(pushes()).toHaveLength(1);
});

it("names the order by its number, in the keeper's language, by email and push", async () => {
  const bench = await startTestBench();
  const { shopkeeperId, email, name } = await keeperOf(bench, bench.products[0]?.shopId ?? "");
  await bench.subscribeDevice(shopkeeperId);
  const { users, preferences } = bench.mohallaMart;
  await users.add({ userId: "user_keeper", name, email });
  await preferences.initialize({
    userId: "user_keeper",
    language: "hi-IN",
    channels: { email: true, sms: true, push: true },
  });
  await placeOrder(bench, { orderId: "ord_01M80H8F44JAVZ989205W5RVDC" });
  await bench.settle();

  const told = bench.vendors
    .outbox()
    .filter(({ to }) => to === email || to === pushIdOf("mohallamart", shopkeeperId));
  expect(told.map(({ channel, subject }) => [channel, subject]).sort()).toEqual([
    ["email", "नया ऑर्डर 05W5-RVDC"],
    ["push", "नया ऑर्डर 05W5-RVDC"],
  ]);
  for (const { text } of told) expect(text?.replace(/https?:\S+/g, "")).not.toContain("ord_");
});

it("completes for a shopkeeper whom only one of the two reaches", async () => {
  const bench = await startTestBench();
  const { shopkeeperId } = await keeperOf(bench, bench.products[0]?.shopId ?? "");
  await placeOrder(bench);
  await bench.settle();
  expect(bench.engine.run("deliver-push").output).toMatchObject({ sent: 0, failed: 0, skipped: 1 });
  expect(await bench.mohallaMart.orders.progress("ord_1")).toMatchObject({ shopkeeper: { status: "sent" } });

  await bench.subscribeDevice(shopkeeperId);
  bench.vendors.failNext("resend", { status: 422 });
  await placeOrder(bench, { orderId: "ord_2" });
  await bench.settle();
  expect(bench.engine.runs({ functionId }).at(-1)).toMatchObject({
    status: "Completed",
    output: { [`${shopkeeperId} email`]: "asked", [`${shopkeeperId} push`]: "asked" },
  });
  const deliveries = await bench.mohallaMart.deliveries.list({ subject: "ord_2" });
  expect(deliveries.filter(({ recipient }) => recipient === "shopkeeper")).toMatchObject([
    { channel: "push", status: "sent" },
    { channel: "email", status: "failed" },
  ]);
});
