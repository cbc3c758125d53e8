import type { PaymentNotice } from "@org/integrations/payment-notices/port";
import type { Payments } from "@org/integrations/payments/port";
import type { Outcome } from "../../outcome.ts";
import { releasePayment, type SettlePaymentPorts, settlePayment } from "./settle-payment.ts";

export interface TakePaymentNoticePorts extends SettlePaymentPorts {
  payments: Payments;
  log: Record<"info" | "warn", (entry: object, message: string) => void>;
}

/**
 * Does what a payment that the vendor tells of asks for, whether its customer came back to us or not. When it throws, the
 * notice was not taken and has to come again; with any outcome it was taken.
 */
export function takePaymentNotice({ orders, checkouts, payments, log }: TakePaymentNoticePorts) {
  return async ({
    id: noticeId,
    kind,
    payment,
  }: PaymentNotice): Promise<Outcome<{ orderId: string }, "failed" | "unknown-checkout" | "refused">> => {
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
  };
}
