import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import type { PaymentNotice } from "@org/integrations/payment-notices/port";
import type { Payments } from "@org/integrations/payments/port";
import { disputeNews, refundNews } from "@org/stores/mohallamart/money/money-events";
import type { BookedPayment, MoneyBook, Orders } from "@org/stores/mohallamart/port";
import type { Outcome } from "../../outcome.ts";

export interface RefundNoticePorts {
  orders: Pick<Orders, "bookPayment">;
  money: Pick<MoneyBook, "bookRefund" | "bookDispute" | "findMany">;
  payments: Pick<Payments, "getRefund" | "getDispute">;
  log: Record<"info" | "warn", (entry: object, message: string) => void>;
}

/** `no-order`: the payment was made for no order of ours; what it is about, its own notices say. */
export type NewsOutcome = Outcome<{ orderId: string; isNews: boolean }, "no-order">;

type AboutRefund = Extract<PaymentNotice, { kind: "refund-updated" }>;
type AboutDispute = Extract<PaymentNotice, { kind: "dispute-updated" }>;

/**
 * Books what became of a refund. Notices come late, twice and in any order, so what counts is what the vendor says of the
 * refund now.
 */
export async function takeRefund(
  { orders, money, payments, log }: RefundNoticePorts,
  { id: noticeId, refund: { id: refundId, paymentId }, wasCaptured }: AboutRefund,
): Promise<NewsOutcome> {
  const about = { noticeId, refundId, paymentId };
  const order = await orderOf(money, paymentId);
  if (!order) return ofNoOrder(log, about);
  const { orderId } = order;
  if (!wasCaptured)
    return order.status === "authorised" ? letGo(orders, orderId) : { ok: true, orderId, isNews: false };
  const { amount, status } = await payments.getRefund(refundId);
  const isNews = await money.bookRefund({ refundId, orderId, amount, status }, refundNews());
  if (isNews) log.info({ ...about, orderId, status }, "a refund has moved on");
  return { ok: true, orderId, isNews };
}

/** Books what became of a dispute, as {@link takeRefund} does of a refund. */
export async function takeDispute(
  { money, payments, log }: RefundNoticePorts,
  { id: noticeId, dispute: { id: disputeId, paymentId } }: AboutDispute,
): Promise<NewsOutcome> {
  const about = { noticeId, disputeId, paymentId };
  const order = await orderOf(money, paymentId);
  if (!order) return ofNoOrder(log, about);
  const { orderId } = order;
  const { id: _, paymentId: __, ...dispute } = await payments.getDispute(disputeId);
  const isNews = await money.bookDispute({ disputeId, orderId, ...dispute }, disputeNews());
  if (isNews) log.warn({ ...about, orderId, status: dispute.status }, "a payment is disputed");
  return { ok: true, orderId, isNews };
}

/** A payment that was only reserved went back by itself: nobody captured it in time, so its order cannot stand. */
async function letGo(orders: RefundNoticePorts["orders"], orderId: string): Promise<NewsOutcome> {
  const cancelled = orderCancelled.create({ orderId, cancelledBy: "system", reason: "payment-failed" });
  const isNews = await orders.bookPayment(orderId, "failed", { emit: [cancelled] });
  return { ok: true, orderId, isNews };
}

async function orderOf(
  money: Pick<MoneyBook, "findMany">,
  paymentId: string,
): Promise<BookedPayment | undefined> {
  const [order] = await money.findMany([paymentId]);
  return order;
}

function ofNoOrder(log: RefundNoticePorts["log"], about: object): NewsOutcome {
  const message = "a payment that is no order's was given back or is questioned";
  log.warn(about, message);
  return { ok: false, code: "no-order", message };
}
