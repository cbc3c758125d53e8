import { expect, it } from "vitest";
import { asha, placeOrder } from "./testing/place-order.ts";
import { startTestBench } from "./testing/test-bench.ts";

const orderIds = Array.from({ length: 100 }, (_none, number) => `ord_${number}`);

it("ends 100 orders at once in 100 confirmations and no failed run, within the vendors' limits", async () => {
  const bench = await startTestBench({ rateLimits: true });
  const [product] = bench.products;
  if (!product) throw new Error("The demo data has no product.");
  await bench.mohallaMart.products.update(
    product.productId,
    { stock: 2 * orderIds.length + 1 },
    { emit: [] },
  );
  await Promise.all(orderIds.map((orderId) => placeOrder(bench, { orderId })));
  await bench.settle();
  await bench.engine.advance("1h");
  await bench.settle();

  const ends = bench.engine.runs().map(({ functionId, status }) => `${functionId}: ${status}`);
  expect(new Set(ends.filter((end) => !end.endsWith("Completed")))).toEqual(new Set());
  for (const recipient of [asha.email, asha.phone]) {
    const messages = bench.vendors.outbox().filter(({ to }) => to === recipient);
    const confirmed = messages.map(({ text }) => /\bord_\d+\b/.exec(text ?? "")?.[0] ?? "");
    expect(confirmed.toSorted()).toEqual(orderIds.toSorted());
  }
});
