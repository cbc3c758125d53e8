import type { Payments } from "@org/integrations/payments/port";
import type { Outcome, Refusal } from "../../outcome.ts";
import { releasePayment, type SettlePaymentPorts, settlePayment } from "./settle-payment.ts";

export interface TakePaymentReturnPorts extends SettlePaymentPorts {
  payments: Payments;
  log: Record<"warn" | "error", (entry: object, message: string) => void>;
}

export interface PaymentReturn {
  orderId: string;
  /** What the payment page posted. */
  fields: Readonly<Record<string, string>>;
}

/**
 * Why a customer who comes back from the payment page has no order:
 * - `declined`: they can try again, nothing was paid;
 * - `refused`: the message says why there is none although they paid, and there will be none;
 * - `waiting`: they paid, and we could not do anything with it yet; the vendor's notice comes as well.
 */
export type PaymentReturnCode = "declined" | "refused" | "waiting";

const declined: Refusal<"declined", never> = {
  ok: false,
  code: "declined",
  message: "The payment did not go through, and nothing was ordered. Try again, or pay in cash.",
};

const waiting: Refusal<"waiting", never> = {
  ok: false,
  code: "waiting",
  message: "Your payment has arrived, and your order is still being placed. There is no need to pay again.",
};

/** A customer comes back from the payment page. What it posted is enough: it says itself whether it is genuine. */
export function takePaymentReturn({ orders, checkouts, payments, log }: TakePaymentReturnPorts) {
  return async ({
    orderId,
    fields,
  }: PaymentReturn): Promise<Outcome<{ orderId: string }, PaymentReturnCode>> => {
    const result = payments.resultFrom(fields);
    if (!result) return declined;
    if (!payments.isGenuine(result)) {
      log.warn({ orderId }, "a payment's result was not signed by the vendor");
      return declined;
    }
    const { paymentId, paymentOrderId } = result;
    try {
      const checkout = await checkouts.findByPayment(paymentOrderId);
      if (checkout?.orderId !== orderId) {
        log.warn({ orderId, paymentId }, "a payment's result belongs to another checkout");
        return declined;
      }
      const settled = await settlePayment({ orders, checkouts }, checkout, paymentId);
      if (settled.ok) return settled;
      // If it fails, the vendor's notice does it again: one comes for each payment, and is repeated until it is taken.
      await releasePayment(payments, paymentId).catch((error: unknown) =>
        log.error({ error, orderId, paymentId }, "a payment was not released yet"),
      );
      return settled;
    } catch (error) {
      log.error({ error, orderId, paymentId }, "an order that was paid could not be placed yet");
      return waiting;
    }
  };
}
