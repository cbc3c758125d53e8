import type { PaymentNotice, Payments } from "@org/integrations/payments/port";
import type { Checkouts, Orders } from "@org/stores/mohallamart/port";
import { releasePayment, settlePayment } from "./settle-payment.ts";

export interface PaymentNoticePorts {
  orders: Orders;
  checkouts: Checkouts;
  payments: Payments;
  log: Record<"info" | "warn", (entry: object, message: string) => void>;
}

/**
 * Does what a payment that the vendor tells of asks for, whether its customer came back to us or not. When it throws, the
 * notice was not taken and has to come again.
 */
export async function takePaymentNotice(
  { orders, checkouts, payments, log }: PaymentNoticePorts,
  { id: noticeId, kind, payment }: PaymentNotice,
): Promise<void> {
  const { id: paymentId, paymentOrderId } = payment;
  const about = { noticeId, kind, paymentId };
  if (kind === "payment-failed") {
    log.info(about, "a payment failed; its customer may try again");
    return;
  }
  const checkout = paymentOrderId ? await checkouts.findByPayment(paymentOrderId) : undefined;
  if (!checkout) {
    // Whose money it is can only be found out by a person; one that is not captured goes back by itself.
    log.warn(about, "a payment belongs to no checkout");
    return;
  }
  const { orderId } = checkout;
  const { refusal } = await settlePayment({ orders, checkouts }, checkout, paymentId);
  if (refusal === undefined) {
    log.info({ ...about, orderId }, "a payment has its order");
    return;
  }
  await releasePayment(payments, paymentId);
  log.warn({ ...about, orderId }, "a payment pays for no order and was released");
}
