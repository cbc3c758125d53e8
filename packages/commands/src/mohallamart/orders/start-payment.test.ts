import { demoAddress } from "@org/stores/demo-data/mohallamart";
import { expect, it } from "vitest";
import { paymentBench } from "../../testing/paid-checkout.ts";
import { placeOrder } from "./place-order.ts";
import { startPayment } from "./start-payment.ts";
import { takePaymentReturn } from "./take-payment-return.ts";

const bench = await paymentBench();
const { ports, payments, vendors } = bench;
const { checkouts, orders } = ports;
const start = startPayment(ports);
const notPossible = expect.stringContaining("Online payment is not possible at the moment");

it("keeps the order for a day, and asks the vendor for its total; nothing is ordered or reserved yet", async () => {
  const order = await bench.request();
  const now = () => Date.parse("2026-11-22T10:00:00Z");
  expect(await startPayment({ ...ports, now })(order)).toEqual({
    ok: true,
    orderId: order.orderId,
    next: "pay",
  });
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

it("a form that is sent again is the same payment, with what it says now", async () => {
  const order = await bench.request();
  await start(order);
  const first = await checkouts.get(order.orderId);
  const customer = { ...order.customer, name: "Asha R" };
  expect(await start({ ...order, customer })).toMatchObject({ ok: true });
  expect(await checkouts.get(order.orderId)).toMatchObject({
    paymentOrderId: first?.paymentOrderId,
    customer,
  });
});

it("nobody is sent to pay for what cannot be ordered", async () => {
  const refusals: [string, string, () => Promise<unknown>][] = [
    ["sold out", "out-of-stock", async () => start(await bench.request(0))],
    ["Only 2 left", "out-of-stock", async () => start(await bench.request(2))],
    ["it was ₹1", "price-changed", async () => start({ ...(await bench.request()), total: 1 })],
    ["no longer sold", "not-sold", async () => start({ ...(await bench.request()), shopId: "shop_2" })],
    [
      "no longer sold",
      "not-sold",
      async () => start({ ...(await bench.request()), items: [{ productId: "prod_x", quantity: 1 }] }),
    ],
  ];
  for (const [reason, code, begin] of refusals) {
    const message = expect.stringMatching(new RegExp(reason, "i"));
    expect(await begin()).toEqual({ ok: false, code, message });
  }
});

it("a vendor that is down is told to the customer, and nothing is kept", async () => {
  const order = await bench.request();
  vendors.failNext("razorpay", { status: 503 });
  expect(await start(order)).toEqual({ ok: false, code: "no-online-payment", message: notPossible });
  expect(await checkouts.get(order.orderId)).toBeUndefined();
  expect(await start(order)).toMatchObject({ ok: true });
});

it("nobody is sent to pay where no payment vendor is configured", async () => {
  const order = await bench.request();
  const refused = { ok: false, code: "no-online-payment", message: notPossible };
  expect(await startPayment({ ...ports, payments: undefined })(order)).toEqual(refused);
  expect(await checkouts.get(order.orderId)).toBeUndefined();
});

it("an order that is to be paid first leads to its payment", async () => {
  const { customer, address: _, ...order } = await bench.request();
  const outcome = await placeOrder(ports)({
    ...order,
    ...customer,
    phone: "98765 43210",
    ...demoAddress,
    payment: "prepaid",
  });
  expect(outcome).toEqual({ ok: true, orderId: order.orderId, next: "pay" });
  expect(await checkouts.get(order.orderId)).toMatchObject({
    status: "open",
    customer,
    address: demoAddress,
  });
  expect(await orders.get(order.orderId)).toBeUndefined();
});

it("a form that is sent again after its payment leads to the order", async () => {
  const order = await bench.request();
  const fields = await bench.startAndPay(order);
  expect(await takePaymentReturn(ports)({ orderId: order.orderId, fields })).toMatchObject({ ok: true });
  expect(await start(order)).toEqual({ ok: true, orderId: order.orderId, next: "done" });
});
