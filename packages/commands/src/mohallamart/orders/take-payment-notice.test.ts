import type { PaymentNotice } from "@org/integrations/payment-notices/port";
import { expect, it } from "vitest";
import { paymentBench } from "../../testing/paid-checkout.ts";
import { startPayment } from "./start-payment.ts";
import { takePaymentNotice } from "./take-payment-notice.ts";
import { takePaymentReturn } from "./take-payment-return.ts";

const bench = await paymentBench();
const { ports, payments, vendors } = bench;
const { checkouts, orders } = ports;
const take = takePaymentNotice(ports);

type AboutPayment = Extract<PaymentNotice, { payment: object }>;

async function noticeOf(
  fields: Record<string, string>,
  kind: AboutPayment["kind"] = "payment-authorised",
): Promise<AboutPayment> {
  return { id: "evt_1", kind, payment: await bench.paymentOf(fields), at: "2026-11-22T10:00:00.000Z" };
}

const createdOf = async (orderId: string) =>
  (await bench.emitted()).filter((id) => id === `order.created:${orderId}`).length;

it("places the order of a customer who paid and closed the browser, once", async () => {
  const order = await bench.request();
  const notice = await noticeOf(await bench.startAndPay(order));
  const placed = { ok: true, orderId: order.orderId };
  expect(await take(notice)).toEqual(placed);
  expect(await take(notice)).toEqual(placed);
  expect(await take({ ...notice, kind: "payment-captured" })).toEqual(placed);
  expect(await orders.payment(order.orderId)).toMatchObject({ paymentId: notice.payment.id });
  expect(await createdOf(order.orderId)).toBe(1);
  expect(await bench.available(order)).toBe(6);
});

it("is one order with the customer's own return at the same time", async () => {
  const order = await bench.request();
  const fields = await bench.startAndPay(order);
  const notice = await noticeOf(fields);
  const [outcome] = await Promise.all([
    takePaymentReturn(ports)({ orderId: order.orderId, fields }),
    take(notice),
  ]);
  expect(outcome).toEqual({ ok: true, orderId: order.orderId });
  expect(await createdOf(order.orderId)).toBe(1);
});

it("releases what pays for no order, and comes again until that is done", async () => {
  const order = await bench.request();
  const fields = await bench.startAndPay(order);
  await bench.sellOut(order);
  await payments.capture({ paymentId: (await bench.paymentOf(fields)).id, amount: order.total });
  const notice = await noticeOf(fields, "payment-captured");
  vendors.failNext("razorpay", { status: 503 });
  await expect(take(notice)).rejects.toThrow("Razorpay");
  expect(await checkouts.get(order.orderId)).toMatchObject({ status: "refused" });
  for (let n = 0; n < 2; n += 1) expect(await take(notice)).toMatchObject({ code: "refused" });
  expect(await bench.paymentOf(fields)).toMatchObject({ status: "refunded", refunded: 59.97 });
  expect(await createdOf(order.orderId)).toBe(0);
  const told = (await bench.emitted()).filter((id) => id === `payment.released:${notice.payment.id}`);
  expect(told).toHaveLength(1);
  const released = { orderId: order.orderId, customer: { email: "asha@example.com" } };
  expect(await checkouts.released(notice.payment.id)).toMatchObject(released);
});

it("of a failed payment changes nothing", async () => {
  const order = await bench.request();
  await startPayment(ports)(order);
  const fields = await bench.pay(order);
  expect(await take(await noticeOf(fields, "payment-failed"))).toMatchObject({ code: "failed" });
  expect(await checkouts.get(order.orderId)).toMatchObject({ status: "open" });
  expect(await createdOf(order.orderId)).toBe(0);
});

it("of a payment that is not ours leaves its money alone", async () => {
  const fields = await bench.pay(await bench.request());
  await payments.capture({ paymentId: (await bench.paymentOf(fields)).id, amount: 59.97 });
  const outcome = await take(await noticeOf(fields, "payment-captured"));
  expect(outcome).toMatchObject({ code: "unknown-checkout" });
  expect(await bench.paymentOf(fields)).toMatchObject({ status: "captured" });
  expect(bench.logged()).toContain("a payment belongs to no checkout");
});
