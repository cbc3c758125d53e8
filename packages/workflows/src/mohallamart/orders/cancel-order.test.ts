import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import { expect, it } from "vitest";
import { hearOfRefunds, settleRefunds } from "../../testing/bank.ts";
import { breaches } from "../../testing/invariants.ts";
import { asha, buyAll, cancel, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "cancel-order";
const ever = { from: "2026-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
const hari = "hari@hari-fresh.example";

function subjectsTo({ vendors }: TestBench, to: string) {
  return vendors.outbox().flatMap((message) => (message.to === to ? [message.subject] : []));
}

it("undoes a prepaid order: money, stock and revenue go back, and everyone is told", async () => {
  const bench = await startTestBench();
  const { orderId, paymentId, items } = await placePrepaidOrder(bench);
  await bench.settle();
  await cancel(bench, orderId);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId).output).toMatchObject({
    stock: { backInStock: [] },
    payment: "refund-pending",
  });
  expect(bench.engine.run("tell-of-cancellation").output).toEqual({ email: "asked" });
  expect(await bench.payments.get(paymentId)).toMatchObject({ status: "refunded" });
  expect(await bench.mohallaMart.orders.payment(orderId)).toMatchObject({ refund: "pending" });
  await settleRefunds(bench);
  await hearOfRefunds(bench, { orderId, paymentId });
  await bench.settle();
  await bench.engine.advance("1m");
  expect(await bench.mohallaMart.orders.payment(orderId)).toMatchObject({ status: "refunded" });
  const [item] = items;
  expect(await bench.mohallaMart.inventory.history({ productId: item?.productId ?? "" })).toMatchObject([
    { reason: "cancellation", change: 2 },
    { reason: "order", change: -2 },
  ]);
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({
    ordersCancelled: 1,
    netRevenue: 0,
  });
  expect(subjectsTo(bench, asha.email).slice(1)).toEqual([
    `Your order ${orderId} was cancelled`,
    `Your money is back: order ${orderId}`,
  ]);
  expect(subjectsTo(bench, hari).at(-1)).toBe(`Order ${orderId} was cancelled`);
  for (const partner of ["accounting", "delivery"]) {
    expect(subjectsTo(bench, partner)).toEqual(["order.created", "order.cancelled"]);
  }
  expect(await breaches(bench)).toEqual([]);
});

it("says that a product can be ordered again, with its stock before and after, once", async () => {
  const bench = await startTestBench();
  await buyAll(bench);
  await bench.settle();
  await cancel(bench, "ord_1");
  await bench.settle();

  const [product] = bench.products;
  expect(bench.engine.run(functionId).output).toMatchObject({
    stock: { backInStock: [product?.productId] },
    payment: "nothing-paid",
  });
  expect(bench.engine.events({ name: "product.updated" })).toMatchObject([
    {
      data: {
        productId: product?.productId,
        changed: ["stock"],
        stock: { from: 0, to: product?.stock },
        causationId: "order.cancelled:ord_1",
      },
    },
  ]);
});

it("refunds once when the answer to the refund was lost", async () => {
  const bench = await startTestBench();
  const { orderId, paymentId } = await placePrepaidOrder(bench);
  await bench.settle();
  // The refund is the third request: the payment and whose it is are looked at before.
  for (const fault of [{ delay: 0 }, { delay: 0 }, { cut: true }]) bench.vendors.failNext("razorpay", fault);
  await cancel(bench, orderId);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId)).toHaveRunStep("return-payment", { attempts: 2 });
  expect(await bench.payments.get(paymentId)).toMatchObject({ status: "refunded", refunded: 120 });
  expect(await breaches(bench)).toEqual([]);
});

it("does everything else when the refund is refused, fails, and refunds when it is replayed", async () => {
  const bench = await startTestBench();
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  for (const fault of [{ delay: 0 }, { delay: 0 }, { status: 400 }])
    bench.vendors.failNext("razorpay", fault);
  await cancel(bench, orderId);
  await bench.settle();

  const run = bench.engine.run(functionId);
  expect(run).toHaveFailed(/Razorpay/);
  expect(await bench.mohallaMart.orders.payment(orderId)).toMatchObject({ status: "captured" });
  expect(subjectsTo(bench, asha.email)).toHaveLength(2);
  expect(subjectsTo(bench, hari)).toHaveLength(2);

  await bench.engine.send(deadLetterReplayRequested.create({ runId: run.id, requestedBy: "user_admin" }));
  await bench.settle();
  await bench.engine.advance("1m");
  expect(await bench.mohallaMart.orders.payment(orderId)).toMatchObject({ refund: "pending" });
  expect(subjectsTo(bench, asha.email)).toHaveLength(2);
});

it("undoes nothing of an order that stands, whatever an event says", async () => {
  const bench = await startTestBench();
  const { orderId, paymentId } = await placePrepaidOrder(bench);
  await bench.settle();
  const data = { orderId, cancelledBy: "customer", reason: "changed-mind" };
  await bench.engine.send({ name: "order.cancelled", data });

  expect(bench.engine.run(functionId)).toHaveFailed(/ord_1 is placed/);
  expect(await bench.payments.get(paymentId)).toMatchObject({ status: "captured" });
  expect(await bench.mohallaMart.orders.get(orderId)).toMatchObject({ status: "placed" });
});

it("tells shop and partners nothing of a prepaid order that was cancelled before they heard of it", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId: "process-order", stepId: "capture-payment" });
  const { orderId, paymentId } = await placePrepaidOrder(bench);
  await bench.settle();
  await cancel(bench, orderId);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId).output).toMatchObject({ payment: "not-captured" });
  expect(bench.engine.run("process-order").output).toEqual({ outcome: "cancelled", payment: "not-captured" });
  expect(bench.engine.run("sync-order-data").output).toMatchObject({ skipped: expect.any(String) });
  expect(await bench.payments.get(paymentId)).toMatchObject({ status: "authorised" });
  for (const to of [hari, "accounting", "delivery"]) expect(subjectsTo(bench, to), to).toEqual([]);
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({ orders: 0, revenue: 0 });
  expect(await breaches(bench)).toEqual([]);
});
