import { expect, it } from "vitest";
import { cancel, placeOrder, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "tell-shop-of-cancellation";
const hari = "hari@hari-fresh.example";
const subjects = ({ vendors }: TestBench) =>
  vendors.outbox().flatMap(({ to, subject }) => (to === hari ? [subject] : []));

it("tells whoever keeps the shop to stop packing, once", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  for (let n = 0; n < 2; n += 1) await cancel(bench, orderId);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(subjects(bench)).toEqual([`New order ${orderId}`, `Order ${orderId} was cancelled`]);
});

it("tells nobody of a prepaid order that the shop never heard of", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId: "process-order", stepId: "capture-payment" });
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  await cancel(bench, orderId);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId).output).toEqual({ skipped: expect.stringContaining("had not heard") });
  expect(subjects(bench)).toEqual([]);
});
