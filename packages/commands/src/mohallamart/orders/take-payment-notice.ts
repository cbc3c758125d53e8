import type { PaymentNotice } from "@org/integrations/payment-notices/port";
import type { Payments } from "@org/integrations/payments/port";
import type { Orders } from "@org/stores/mohallamart/port";
import type { Outcome } from "../../outcome.ts";
import { releasePayment, type SettlePaymentPorts, settlePayment } from "./settle-payment.ts";
import { type NewsOutcome, type RefundNoticePorts, takeDispute, takeRefund } from "./take-money-news.ts";

export interface TakePaymentNoticePorts extends SettlePaymentPorts, RefundNoticePorts {
  orders: Pick<Orders, "place" | "payment" | "bookPayment">;
  payments: Payments;
  log: Record<"info" | "warn", (entry: object, message: string) => void>;
}

/**
 * Does what a notice of the payment vendor's asks for: places the order of a payment, whether its customer came back to us
 * or not, and books what becomes of refunds and disputes. When it throws, the notice was not taken and has to come again;
 * with any outcome it was taken. The same notice again, or one that a later one overtook, changes nothing.
 */
export function takePaymentNotice(ports: TakePaymentNoticePorts) {
  return async (
    notice: PaymentNotice,
  ): Promise<NewsOutcome | Outcome<{ orderId: string }, "failed" | "unknown-checkout" | "refused">> => {
    if (notice.kind === "refund-updated") return takeRefund(ports, notice);
    if (notice.kind === "dispute-updated") return takeDispute(ports, notice);
    return takePayment(ports, notice);
  };
}

type AboutPayment = Extract<PaymentNotice, { payment: object }>;

async function takePayment(
  { orders, checkouts, payments, log }: TakePaymentNoticePorts,
  { id: noticeId, kind, payment }: AboutPayment,
): Promise<Outcome<{ orderId: string }, "failed" | "unknown-checkout" | "refused">> {
  const { id: paymentId, paymentOrderId } = payment;
  const about = { noticeId, kind, paymentId };
  if (kind === "payment-failed") {
    const message = "a payment failed; its customer may try again";
    log.info(about, message);
    return { ok: false, code: "failed", message };
  }
  const checkout = paymentOrderId ? await checkouts.findByPayment(paymentOrderId) : undefined;
  if (!checkout) {
    // Whose money it is can only be found out by a person; one that is not captured goes back by itself.
    const message = "a payment belongs to no checkout";
    log.warn(about, message);
    return { ok: false, code: "unknown-checkout", message };
  }
  const { orderId } = checkout;
  const settled = await settlePayment({ orders, checkouts }, checkout, paymentId);
  if (settled.ok) {
    log.info({ ...about, orderId }, "a payment has its order");
    return settled;
  }
  await releasePayment(payments, paymentId);
  log.warn({ ...about, orderId }, "a payment pays for no order and was released");
  return settled;
}
