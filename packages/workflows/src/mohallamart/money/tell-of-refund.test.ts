import { expect, it } from "vitest";
import { hearOfRefunds, settleRefunds } from "../../testing/bank.ts";
import { operator } from "../../testing/bench-vendors.ts";
import { breaches } from "../../testing/invariants.ts";
import { asha, cancel, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

async function refunded(outcome: "processed" | "failed") {
  const bench = await startTestBench();
  const order = await placePrepaidOrder(bench);
  await bench.settle();
  await cancel(bench, order.orderId);
  await bench.settle();
  await bench.engine.advance("1m");
  expect(await bench.mohallaMart.orders.payment(order.orderId)).toMatchObject({ refund: "pending" });
  expect(subjectsTo(bench, asha.email).at(-1)).toBe(`Your order ${order.orderId} was cancelled`);
  await settleRefunds(bench, outcome);
  // As often as the vendor likes.
  for (let n = 0; n < 3; n += 1) await hearOfRefunds(bench, order);
  await bench.settle();
  await bench.engine.advance("1m");
  return { bench, ...order };
}

function subjectsTo({ vendors }: TestBench, to: string) {
  return vendors.outbox().flatMap((message) => (message.to === to ? [message.subject] : []));
}

it("tells the customer once that their money is back, and nobody else", async () => {
  const { bench, orderId } = await refunded("processed");
  expect(subjectsTo(bench, asha.email).at(-1)).toBe(`Your money is back: order ${orderId}`);
  expect(subjectsTo(bench, asha.email)).toHaveLength(3);
  expect(subjectsTo(bench, operator.email)).toEqual([]);
  expect(await bench.mohallaMart.orders.payment(orderId)).toMatchObject({ status: "refunded" });
  expect(await breaches(bench)).toEqual([]);
});

it("tells the customer that their bank did not take it, and whoever has to act", async () => {
  const { bench, orderId } = await refunded("failed");
  expect(subjectsTo(bench, asha.email).at(-1)).toBe(`Your bank did not take your refund: order ${orderId}`);
  expect(subjectsTo(bench, operator.email)).toEqual([
    expect.stringContaining(`A bank did not take the refund of order ${orderId}`),
  ]);
  expect(await bench.mohallaMart.orders.payment(orderId)).toMatchObject({
    status: "captured",
    refund: "failed",
  });
  expect(await breaches(bench)).toEqual([]);
});
