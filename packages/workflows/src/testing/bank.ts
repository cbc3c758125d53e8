import { settleRefunds as settleAtBank } from "@org/local-stack";
import { disputeNews, refundNews } from "@org/stores/mohallamart/money/money-events";
import type { DisputeToBook } from "@org/stores/mohallamart/port";
import type { TestBench } from "./test-bench.ts";

type Paid = { orderId: string; paymentId: string };

/** The bank has the money of every refund, or does not take it; nobody has told us yet. */
export function settleRefunds(
  { vendors }: TestBench,
  outcome: "processed" | "failed" = "processed",
): Promise<void> {
  return settleAtBank(vendors.razorpay, { outcome });
}

/** The vendor's notices of an order's refunds arrive: each is booked as the vendor speaks of it by then. */
export async function hearOfRefunds(
  { mohallaMart, payments }: TestBench,
  { orderId, paymentId }: Paid,
): Promise<void> {
  for (const { id: refundId, amount, status } of await payments.refundsOf(paymentId)) {
    await mohallaMart.money.bookRefund({ refundId, orderId, amount, status }, refundNews());
  }
}

/** The vendor's notice arrives that the bank questions an order's payment, or goes on with that. */
export async function dispute(
  { mohallaMart }: TestBench,
  orderId: string,
  status: DisputeToBook["status"],
): Promise<void> {
  const amount = (await mohallaMart.orders.get(orderId))?.total ?? 0;
  const answerBy = "2026-11-20T12:00:00.000Z";
  await mohallaMart.money.bookDispute(
    { disputeId: "disp_1", orderId, amount, status, answerBy },
    disputeNews(),
  );
}
