import type { Payments } from "@org/integrations/payments/port";
import type { Checkouts, Orders } from "@org/stores/mohallamart/port";
import { releasePayment, settlePayment } from "./settle-payment.ts";

export interface PaymentReturnPorts {
  orders: Orders;
  checkouts: Checkouts;
  payments: Payments;
  log: Record<"warn" | "error", (entry: object, message: string) => void>;
}

/**
 * What the customer is shown when they come back from the payment page:
 * - `placed`: their order;
 * - `declined`: they can try again, nothing was paid;
 * - `refused`: why there is no order although they paid;
 * - `waiting`: they paid, and we could not do anything with it yet; the vendor's notice comes as well.
 */
export type ReturnOutcome = "placed" | "declined" | "refused" | "waiting";

/** Takes what the payment page posted. It needs no cookie, which a post from another site would not bring. */
export async function takePaymentReturn(
  { orders, checkouts, payments, log }: PaymentReturnPorts,
  orderId: string,
  fields: Readonly<Record<string, string>>,
): Promise<ReturnOutcome> {
  const result = payments.resultFrom(fields);
  if (!result) return "declined";
  if (!payments.isGenuine(result)) {
    log.warn({ orderId }, "a payment's result was not signed by the vendor");
    return "declined";
  }
  const { paymentId, paymentOrderId } = result;
  try {
    const checkout = await checkouts.findByPayment(paymentOrderId);
    if (checkout?.orderId !== orderId) {
      log.warn({ orderId, paymentId }, "a payment's result belongs to another checkout");
      return "declined";
    }
    const { refusal } = await settlePayment({ orders, checkouts }, checkout, paymentId);
    if (refusal === undefined) return "placed";
    // If it fails, the vendor's notice does it again: one comes for each payment, and is repeated until it is taken.
    await releasePayment(payments, paymentId).catch((error: unknown) =>
      log.error({ error, orderId, paymentId }, "a payment was not released yet"),
    );
    return "refused";
  } catch (error) {
    log.error({ error, orderId, paymentId }, "an order that was paid could not be placed yet");
    return "waiting";
  }
}
