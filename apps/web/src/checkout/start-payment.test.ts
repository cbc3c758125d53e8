import { expect, test } from "vitest";
import { paymentBench } from "../testing/paid-checkout.ts";
import { notNow, startPayment } from "./start-payment.ts";

const bench = await paymentBench();
const { ports, payments, vendors } = bench;
const { checkouts, orders } = ports;

test("keeps the order for a day, and asks the vendor for its total; nothing is ordered or reserved yet", async () => {
  const order = await bench.request();
  const now = () => Date.parse("2026-11-22T10:00:00Z");
  expect(await startPayment({ ...ports, now }, order)).toEqual({});
  const kept = await checkouts.get(order.orderId);
  expect(kept).toEqual({
    ...order,
    paymentOrderId: kept?.paymentOrderId,
    status: "open",
    expiresAt: "2026-11-23T10:00:00.000Z",
  });
  const asked = { orderId: order.orderId, amount: order.total, status: "open" };
  expect(await payments.getOrder(kept?.paymentOrderId ?? "")).toMatchObject(asked);
  expect(await orders.get(order.orderId)).toBeUndefined();
  expect(await bench.available(order)).toBe(9);
  expect(await bench.emitted()).toEqual([]);
});

test("a form that is sent again is the same payment, with what it says now", async () => {
  const order = await bench.request();
  await startPayment(ports, order);
  const first = await checkouts.get(order.orderId);
  const customer = { ...order.customer, name: "Asha R" };
  expect(await startPayment(ports, { ...order, customer })).toEqual({});
  expect(await checkouts.get(order.orderId)).toMatchObject({
    paymentOrderId: first?.paymentOrderId,
    customer,
  });
});

test("nobody is sent to pay for what cannot be ordered", async () => {
  const refusals: [string, () => Promise<unknown>][] = [
    ["sold out", async () => startPayment(ports, await bench.request(0))],
    ["Only 2 left", async () => startPayment(ports, await bench.request(2))],
    ["it was ₹1", async () => startPayment(ports, { ...(await bench.request()), total: 1 })],
    ["no longer sold", async () => startPayment(ports, { ...(await bench.request()), shopId: "shop_2" })],
    [
      "no longer sold",
      async () =>
        startPayment(ports, { ...(await bench.request()), items: [{ productId: "prod_x", quantity: 1 }] }),
    ],
  ];
  for (const [reason, start] of refusals) {
    expect(await start()).toEqual({ refusal: expect.stringMatching(new RegExp(reason, "i")) });
  }
});

test("a vendor that is down is told to the customer, and nothing is kept", async () => {
  const order = await bench.request();
  vendors.failNext("razorpay", { status: 503 });
  expect(await startPayment(ports, order)).toEqual({ refusal: notNow });
  expect(await checkouts.get(order.orderId)).toBeUndefined();
  expect(await startPayment(ports, order)).toEqual({});
});
