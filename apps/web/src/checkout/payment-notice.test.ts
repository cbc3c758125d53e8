import type { PaymentNotice } from "@org/integrations/payments/port";
import { expect, test } from "vitest";
import { paymentBench } from "../testing/paid-checkout.ts";
import { takePaymentNotice } from "./payment-notice.ts";
import { takePaymentReturn } from "./payment-return.ts";
import { startPayment } from "./start-payment.ts";

const bench = await paymentBench();
const { ports, payments, vendors } = bench;
const { checkouts, orders } = ports;

async function noticeOf(
  fields: Record<string, string>,
  kind: PaymentNotice["kind"] = "payment-authorised",
): Promise<PaymentNotice> {
  return { id: "evt_1", kind, payment: await bench.paymentOf(fields), at: "2026-11-22T10:00:00.000Z" };
}

const createdOf = async (orderId: string) =>
  (await bench.emitted()).filter((id) => id === `order.created:${orderId}`).length;

test("places the order of a customer who paid and closed the browser, once", async () => {
  const order = await bench.request();
  const notice = await noticeOf(await bench.startAndPay(order));
  await takePaymentNotice(ports, notice);
  await takePaymentNotice(ports, notice);
  await takePaymentNotice(ports, { ...notice, kind: "payment-captured" });
  expect(await orders.payment(order.orderId)).toMatchObject({ paymentId: notice.payment.id });
  expect(await createdOf(order.orderId)).toBe(1);
  expect(await bench.available(order)).toBe(6);
});

test("is one order with the customer's own return at the same time", async () => {
  const order = await bench.request();
  const fields = await bench.startAndPay(order);
  const notice = await noticeOf(fields);
  const [outcome] = await Promise.all([
    takePaymentReturn(ports, order.orderId, fields),
    takePaymentNotice(ports, notice),
  ]);
  expect(outcome).toBe("placed");
  expect(await createdOf(order.orderId)).toBe(1);
});

test("releases what pays for no order, and comes again until that is done", async () => {
  const order = await bench.request();
  const fields = await bench.startAndPay(order);
  await bench.sellOut(order);
  await payments.capture({ paymentId: (await bench.paymentOf(fields)).id, amount: order.total });
  const notice = await noticeOf(fields, "payment-captured");
  vendors.failNext("razorpay", { status: 503 });
  await expect(takePaymentNotice(ports, notice)).rejects.toThrow("Razorpay");
  expect(await checkouts.get(order.orderId)).toMatchObject({ status: "refused" });
  await takePaymentNotice(ports, notice);
  await takePaymentNotice(ports, notice);
  expect(await bench.paymentOf(fields)).toMatchObject({ status: "refunded", refunded: 59.97 });
  expect(await createdOf(order.orderId)).toBe(0);
});

test("of a failed payment changes nothing", async () => {
  const order = await bench.request();
  await startPayment(ports, order);
  const fields = await bench.pay(order);
  await takePaymentNotice(ports, await noticeOf(fields, "payment-failed"));
  expect(await checkouts.get(order.orderId)).toMatchObject({ status: "open" });
  expect(await createdOf(order.orderId)).toBe(0);
});

test("of a payment that is not ours leaves its money alone", async () => {
  const fields = await bench.pay(await bench.request());
  await payments.capture({ paymentId: (await bench.paymentOf(fields)).id, amount: 59.97 });
  await takePaymentNotice(ports, await noticeOf(fields, "payment-captured"));
  expect(await bench.paymentOf(fields)).toMatchObject({ status: "captured" });
  expect(bench.logged()).toContain("a payment belongs to no checkout");
});
