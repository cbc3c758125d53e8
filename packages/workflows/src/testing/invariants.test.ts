import { expect, it } from "vitest";
import { breaches } from "./invariants.ts";
import { cancel, payFor, placeOrder, placePrepaidOrder } from "./place-order.ts";
import { startTestBench, type TestBench } from "./test-bench.ts";

/** A paid order and a cash one, with all that follows from them. */
async function twoOrders(): Promise<TestBench> {
  const bench = await startTestBench({ schedulesOf: [] });
  await placePrepaidOrder(bench);
  await placeOrder(bench, { orderId: "ord_2" });
  await bench.settle();
  expect(await breaches(bench)).toEqual([]);
  return bench;
}

it("finds money that the vendor keeps for no order", async () => {
  const bench = await twoOrders();
  const paymentId = await payFor(bench, { orderId: "ord_lost", amount: 70 });
  await bench.payments.capture({ paymentId, amount: 70 });
  expect(await breaches(bench)).toEqual([
    expect.stringMatching(/^the vendor keeps \d+ for us, our orders say \d+$/),
  ]);
});

it("finds money that went back of an order that stands", async () => {
  const bench = await twoOrders();
  const { paymentId = "" } = (await bench.mohallaMart.orders.payment("ord_1")) ?? {};
  await bench.payments.refund({ paymentId, key: "refund:by-mistake" });
  expect(await breaches(bench)).toContainEqual(expect.stringMatching(/^ord_1 is placed, .*: given back$/));
});

it("finds money that was never asked back of a cancelled order, and stock that nobody ordered", async () => {
  const bench = await twoOrders();
  await bench.pool.query("update mohallamart.orders set status = 'cancelled' where order_id = 'ord_1'");
  expect(await breaches(bench)).toEqual([
    expect.stringMatching(/ has \d+ available instead of \d+$/),
    expect.stringMatching(/^ord_1 is cancelled, its payment captured and booked captured : \d+ kept$/),
  ]);
});

it("finds nothing once a cancelled order's money is on its way back", async () => {
  const bench = await twoOrders();
  await cancel(bench, "ord_1");
  await bench.settle();
  expect(await breaches(bench)).toEqual([]);
});
