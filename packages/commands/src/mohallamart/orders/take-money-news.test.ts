import type { PaymentNotice } from "@org/integrations/payment-notices/port";
import { disputePayment, lapseAuthorisation, settleRefunds } from "@org/local-stack";
import { expect, it } from "vitest";
import { paymentBench } from "../../testing/paid-checkout.ts";
import { cancelOrder } from "./cancel-order.ts";
import { takePaymentNotice } from "./take-payment-notice.ts";

const bench = await paymentBench();
const { ports, payments, vendors } = bench;
const { orders, orderLinks, money } = ports;
const take = takePaymentNotice(ports);
const cancel = async (orderId: string) =>
  cancelOrder(ports)({ orderId, reader: { linkToken: await orderLinks.forBrowser(orderId) } });
const at = "2026-11-22T10:00:00.000Z";

/** An order that was placed with an authorised payment; its money was taken where it says so. */
async function placed({ captured = true } = {}) {
  const order = await bench.request();
  const payment = await bench.paymentOf(await bench.startAndPay(order));
  await take({ id: `evt_${order.orderId}`, kind: "payment-authorised", payment, at });
  if (captured) {
    await payments.capture({ paymentId: payment.id, amount: order.total });
    await orders.bookPayment(order.orderId, "captured");
  }
  return { orderId: order.orderId, paymentId: payment.id, total: order.total };
}

async function refundNotice(paymentId: string, wasCaptured = true): Promise<PaymentNotice> {
  const [refund] = await payments.refundsOf(paymentId);
  if (!refund) throw new Error("The payment has no refund.");
  return { id: `evt_${refund.status}`, kind: "refund-updated", refund, wasCaptured, at };
}

const newsOf = async (name: string, orderId: string) =>
  (await bench.emittedEvents()).flatMap((event) =>
    event.name === name && Object(event.data).orderId === orderId ? [Object(event.data).status] : [],
  );

it("books a refund as the vendor speaks of it now, whichever notice comes, and says so once", async () => {
  const { orderId, paymentId } = await placed();
  await cancel(orderId);
  await payments.refund({ paymentId, key: `refund:${orderId}` });
  const early = await refundNotice(paymentId);
  await settleRefunds(vendors.razorpay);
  const late = await refundNotice(paymentId);
  expect(await take(late)).toEqual({ ok: true, orderId, isNews: true });
  for (const notice of [early, late, late]) {
    expect(await take(notice)).toEqual({ ok: true, orderId, isNews: false });
  }
  expect(await orders.payment(orderId)).toMatchObject({ status: "refunded" });
  expect(await newsOf("refund.updated", orderId)).toEqual(["processed"]);
});

it("books that a bank did not take a refund", async () => {
  const { orderId, paymentId } = await placed();
  await cancel(orderId);
  await payments.refund({ paymentId, key: `refund:${orderId}` });
  expect(await take(await refundNotice(paymentId))).toMatchObject({ isNews: true });
  expect(await orders.payment(orderId)).toMatchObject({ status: "captured", refund: "pending" });
  await settleRefunds(vendors.razorpay, { outcome: "failed" });
  await take(await refundNotice(paymentId));
  expect(await orders.payment(orderId)).toMatchObject({ status: "captured", refund: "failed" });
  expect(await newsOf("refund.updated", orderId)).toEqual(["failed"]);
});

it("cancels the order of a payment that nobody captured in time", async () => {
  const { orderId, paymentId } = await placed({ captured: false });
  await lapseAuthorisation(vendors.razorpay, paymentId);
  const notice = await refundNotice(paymentId, false);
  expect(await take(notice)).toEqual({ ok: true, orderId, isNews: true });
  expect(await take(notice)).toEqual({ ok: true, orderId, isNews: false });
  expect(await orders.get(orderId)).toMatchObject({ status: "cancelled" });
  expect(await orders.payment(orderId)).toMatchObject({ status: "failed" });
  expect(await bench.emitted()).toContain(`order.cancelled:${orderId}`);
});

it("takes the notices of a dispute in any order, and stays with what was decided", async () => {
  const { orderId, paymentId } = await placed();
  const notices: PaymentNotice[] = [];
  for (const event of ["created", "lost"] as const) {
    const id = await disputePayment(vendors.razorpay, paymentId, event);
    notices.push({ id: `evt_${event}`, kind: "dispute-updated", dispute: await payments.getDispute(id), at });
  }
  for (const notice of notices.toReversed()) await take(notice);
  expect(await money.disputes(orderId)).toMatchObject([{ status: "lost" }]);
  expect(await newsOf("payment.disputed", orderId)).toEqual(["lost"]);
});

it("passes over what is about no order of ours, and asks for a notice again that it could not read up on", async () => {
  const dispute = { id: "disp_1", paymentId: "pay_other", amount: 1, status: "open" } as const;
  expect(await take({ id: "evt_1", kind: "dispute-updated", dispute, at })).toMatchObject({
    code: "no-order",
  });
  const { orderId, paymentId } = await placed();
  await cancel(orderId);
  await payments.refund({ paymentId, key: `refund:${orderId}` });
  const notice = await refundNotice(paymentId);
  vendors.failNext("razorpay", { status: 503 });
  await expect(take(notice)).rejects.toThrow("Razorpay");
  expect(await orders.payment(orderId)).not.toHaveProperty("refund");
  expect(await take(notice)).toMatchObject({ isNews: true });
});
