import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { expect, it } from "vitest";
import { asha, cancel, placeOrder, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const orderId = "ord_gone";
const order = {
  orderId,
  userId: "user_1",
  shopId: "shop_1",
  items: [{ productId: "prod_1", quantity: 1 }],
  total: 10,
};

function outputs({ engine }: TestBench) {
  return Object.fromEntries(engine.runs().map(({ functionId, output }) => [functionId, output]));
}

function toCustomer({ vendors }: TestBench) {
  return vendors.outbox().filter(({ to }) => to === asha.email || to === asha.phone);
}

/** Who asks for a message to the customer reads no order; they do, and say of which one there is none. */
const senders = ["deliver-email", "deliver-sms"];

it.each([
  ["order.created", order, [...senders, "notify-shopkeeper", "sync-order-data", "update-inventory"]],
  ["order.created", { ...order, payment: "prepaid", paymentId: "pay_1" }, ["process-order"]],
  ["order.updated", { orderId, status: "packed" }, ["notify-order-status", "sync-order-data"]],
  [
    "order.cancelled",
    { orderId, cancelledBy: "customer", reason: "changed-mind" },
    ["cancel-order", "sync-order-data"],
  ],
  [
    "order.tellCancelled",
    { orderId, reason: "changed-mind" },
    ["deliver-email", "tell-shop-of-cancellation"],
  ],
  ["order.paid", { ...order, paymentId: "pay_1" }, [...senders, "notify-shopkeeper", "sync-order-data"]],
])(
  "fails without trying again for a %s whose order does not exist, and tells nobody: %j",
  async (name, data, failing) => {
    const bench = await startTestBench();
    await bench.engine.send({ name, data });
    await bench.engine.advance("1m");

    const failed = bench.engine.runs({ status: "Failed" });
    expect(failed.map(({ functionId }) => functionId.replace("mohallamart-", "")).toSorted()).toEqual(
      failing,
    );
    for (const { error, steps } of failed) {
      expect(error?.message).toContain(orderId);
      expect(new Set(steps.map(({ attempts }) => attempts))).toEqual(new Set([1]));
    }
    const vendors = new Set(bench.vendors.outbox().map(({ to }) => to));
    expect(vendors).not.toContain(asha.email);
    expect([...vendors].filter((to) => to === "accounting" || to === "delivery")).toEqual([]);
  },
);

it("counts what an order's event says even when the order does not exist", async () => {
  const bench = await startTestBench();
  await bench.engine.send({ name: "order.created", data: order });
  await bench.engine.advance("1m");

  expect(bench.engine.run("track-order-analytics")).toHaveCompleted();
});

it("says why it wrote to nobody when the customer deleted their account, and carries the order out", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId: "process-order", stepId: "capture-payment" });
  const { userId } = await placePrepaidOrder(bench);
  await bench.settle();
  await bench.mohallaMart.users.remove(userId);
  await bench.engine.advance("1m");
  await bench.mohallaMart.orders.advance("ord_1", "shipped", {
    emit: [orderUpdated.create({ orderId: "ord_1", status: "shipped" })],
  });
  await bench.settle();

  const skipped = "The customer of ord_1 deleted their account.";
  expect(outputs(bench)).toMatchObject({
    "mohallamart-process-order": { outcome: "paid" },
    "mohallamart-notify-order-status": { skipped },
  });
  expect(bench.engine.events({ name: "notification.send" })).toEqual([]);
  expect(toCustomer(bench)).toEqual([]);
});

it("undoes a cancelled order of a customer who deleted their account", async () => {
  const bench = await startTestBench();
  const { userId } = await placeOrder(bench);
  await bench.settle();
  await bench.mohallaMart.users.remove(userId);
  const before = toCustomer(bench).length;
  await cancel(bench, "ord_1");
  await bench.settle();

  await bench.engine.advance("1m");
  expect(bench.engine.run("cancel-order")).toHaveCompleted();
  expect(bench.engine.runs({ functionId: "deliver-email" }).at(-1)?.output).toMatchObject({ skipped: 1 });
  expect(bench.engine.run("tell-shop-of-cancellation")).toHaveCompleted();
  expect(toCustomer(bench)).toHaveLength(before);
});

it("records that a phone is not a number, and completes", async () => {
  const bench = await startTestBench();
  await placeOrder(bench, { customer: { ...asha, phone: "call the shop" } });
  await bench.settle();

  expect(bench.engine.run("send-order-confirmation").output).toEqual({ email: "asked", sms: "asked" });
  const progress = await bench.mohallaMart.orders.progress("ord_1");
  expect(progress?.confirmation.sms).toMatchObject({ status: "failed", reason: expect.any(String) });
  expect(JSON.stringify(progress)).not.toContain("call the shop");
});

it("confirms and counts the price at the time of the order, whatever the product costs by then", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId: "send-order-confirmation", stepId: "ask-for-messages" });
  const { total } = await placeOrder(bench);
  await bench.settle();
  const [product] = bench.products;
  await bench.mohallaMart.products.update(product?.productId ?? "", { price: 999 }, { emit: [] });
  await bench.engine.advance("1m");

  const confirmations = toCustomer(bench);
  expect(confirmations).toHaveLength(2);
  for (const { channel, text } of confirmations) {
    expect(text).toContain(`${channel === "sms" ? "Rs " : "₹"}${total.toFixed(2)}`);
    expect(text).not.toContain("999");
  }
  expect(
    await bench.mohallaMart.analytics.summary({ from: "2026-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" }),
  ).toMatchObject({ revenue: total });
});

it("sends nothing to do with a cash order that was cancelled before its workflows ran", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId: "send-order-confirmation", stepId: "ask-for-messages" });
  bench.engine.faults.failStep({ functionId: "notify-shopkeeper", stepId: "fetch-shopkeepers" });
  bench.engine.faults.failStep({ functionId: "update-inventory", stepId: "take-stock" });
  await placeOrder(bench);
  await bench.settle();
  await cancel(bench, "ord_1");
  await bench.settle();
  await bench.engine.advance("1m");

  const skipped = "Order ord_1 was cancelled.";
  expect(outputs(bench)).toMatchObject({
    "mohallamart-notify-shopkeeper": { skipped },
    "mohallamart-update-inventory": { stock: "cancelled" },
  });
  expect(toCustomer(bench).map(({ subject }) => subject)).toEqual(["Your order ord_1 was cancelled"]);
});
