import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { expect, it } from "vitest";
import { asha, placeOrder } from "../testing/place-order.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";

const functionId = "notify-order-status";

async function advance(
  { mohallaMart }: TestBench,
  orderId: string,
  status: "packed" | "shipped" | "delivered",
) {
  await mohallaMart.orders.advance(orderId, status, { emit: [orderUpdated.create({ orderId, status })] });
}

function subjects({ vendors }: TestBench) {
  return vendors
    .outbox()
    .filter(({ to, subject }) => to === asha.email && subject?.includes(" is "))
    .map(({ subject }) => subject);
}

it("handles two updates of one order within a minute, each once", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await advance(bench, orderId, "packed");
  await bench.settle();
  await bench.engine.advance("30s");
  await advance(bench, orderId, "shipped");
  await advance(bench, orderId, "shipped");
  await bench.settle();

  expect(bench.engine.runs({ functionId, status: "Completed" })).toHaveLength(2);
  expect(subjects(bench)).toEqual([`Your order ${orderId} is packed`, `Your order ${orderId} is shipped`]);
});

it("fails when the customer cannot be told", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  bench.vendors.failNext("resend", { status: 422 });
  await advance(bench, orderId, "packed");
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveFailed(/could not be told/);
});
