import { orderDeliveredCancelled } from "@org/events/mohallamart/order-delivered-cancelled";
import { refundUpdated } from "@org/events/mohallamart/refund-updated";
import { expect, it } from "vitest";
import { dispute } from "../../testing/bank.ts";
import { operator } from "../../testing/bench-vendors.ts";
import { placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const alerts = ({ vendors }: TestBench) =>
  vendors.outbox().flatMap(({ to, subject, text }) => (to === operator.email ? [`${subject} ${text}`] : []));

it("says what to do when the money of an order that stands went back", async () => {
  const bench = await startTestBench();
  const { orderId, paymentId, total: amount } = await placePrepaidOrder(bench);
  await bench.settle();
  const refund = { orderId, paymentId, refundId: "rfnd_1", amount, status: "processed" } as const;
  await bench.engine.send(refundUpdated.create({ ...refund, standing: true }));
  await bench.engine.advance("1m");

  expect(alerts(bench)).toEqual([expect.stringContaining(`Order ${orderId} stands and its money went back`)]);
  expect(alerts(bench)[0]).toContain("cancel it, or agree with the customer");
});

it("tells each dispute that waits for an answer, and one that was lost, and nothing in between", async () => {
  const bench = await startTestBench();
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  for (const status of ["open", "under-review", "lost"] as const) {
    await dispute(bench, orderId, status);
    await bench.settle();
    await bench.engine.advance("3m");
  }
  expect(alerts(bench)).toEqual([
    expect.stringContaining("until 2026-11-20T12:00:00.000Z"),
    expect.stringContaining("was lost"),
  ]);
});

it("asks who has the goods of a cancelled order that was delivered after all, once for each notice", async () => {
  const bench = await startTestBench();
  const delivered = { orderId: "ord_1", noticeId: "msg_77", deliveredAt: "2026-11-28T10:15:00.000Z" };
  for (let times = 0; times < 2; times += 1) {
    await bench.engine.send(orderDeliveredCancelled.create(delivered));
    await bench.engine.advance("3m");
  }

  expect(alerts(bench)).toEqual([
    expect.stringContaining("Order ord_1 is cancelled and was delivered after all"),
  ]);
  expect(alerts(bench)[0]).toContain("Ask the partner who has it");
});

it("is not kept waiting by refunds that arrive", async () => {
  const bench = await startTestBench();
  const { orderId, paymentId, total: amount } = await placePrepaidOrder(bench);
  await bench.settle();
  const refund = { orderId, paymentId, amount, standing: false };
  for (let n = 0; n < 20; n += 1) {
    await bench.engine.send(refundUpdated.create({ ...refund, refundId: `rfnd_${n}`, status: "processed" }));
  }
  await bench.engine.send(refundUpdated.create({ ...refund, refundId: "rfnd_lost", status: "failed" }));
  await bench.engine.advance("5s");
  expect(alerts(bench)).toEqual([expect.stringContaining("rfnd_lost")]);
});
