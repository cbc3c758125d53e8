import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { expect, it } from "vitest";
import { asha, cancel, placeOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

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

it("fails its sender when the customer cannot be told", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  bench.vendors.failNext("resend", { status: 422 });
  await advance(bench, orderId, "packed");
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.runs({ functionId: "deliver-email" }).at(-1)).toHaveFailed(/order-status about ord_1/);
});

it("asks for a push, and for an SMS once it has left the shop, and shows the tracking number", async () => {
  const bench = await startTestBench();
  const { orderId, userId } = await placeOrder(bench);
  await advance(bench, orderId, "packed");
  await bench.settle();
  await bench.engine.advance("30s");
  const shipped = orderUpdated.create({ orderId, status: "shipped", trackingNumber: "DLV-7" });
  await bench.mohallaMart.orders.advance(orderId, "shipped", { emit: [shipped], trackingNumber: "DLV-7" });
  await bench.settle();

  const asked = { userId, priority: "transactional", data: { orderId } };
  expect(bench.engine.events({ name: "notification.send" }).map(({ data }) => data)).toMatchObject([
    { ...asked, type: "order.packed", channels: ["push"] },
    { ...asked, type: "order.shipped", channels: ["push", "sms"] },
  ]);
  const email = bench.vendors.outbox().find(({ subject }) => subject === `Your order ${orderId} is shipped`);
  expect(email?.text).toContain("DLV-7");
});

it("keeps in the order's history what only the event knows", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await bench.engine.send(orderUpdated.create({ orderId, status: "shipped", trackingNumber: "DLV-7" }));
  await bench.settle();

  expect(await bench.mohallaMart.orders.progress(orderId)).toMatchObject({
    status: "shipped",
    history: [{ status: "placed" }, { status: "shipped", trackingNumber: "DLV-7" }],
  });
});

it("tells nobody of a status that the order is past", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await cancel(bench, orderId);
  await bench.engine.send(orderUpdated.create({ orderId, status: "packed" }));
  await bench.settle();

  expect(bench.engine.run(functionId).output).toEqual({
    skipped: `Order ${orderId} is cancelled and cannot become packed.`,
  });
  expect(subjects(bench)).toEqual([]);
});
