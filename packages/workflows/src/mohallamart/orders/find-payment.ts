import { IntegrationError } from "@org/integrations/error";
import type { Payment, Payments } from "@org/integrations/payments/port";
import { NonRetriableError } from "inngest";

/** @throws NonRetriableError when there is no payment vendor, although a prepaid order needs one. */
export function paymentVendor<Vendor extends Partial<Payments>>(
  payments: Vendor | undefined,
  orderId: string,
): Vendor {
  if (payments) return payments;
  throw new NonRetriableError(
    `Order ${orderId} is prepaid and no payment vendor is configured. Configure it, then replay this run.`,
  );
}

/**
 * An order's payment at the vendor, or why there is none that may be touched for this order: the vendor does not know
 * it, or it was made for another order, whose money it is.
 */
export async function findPayment(
  payments: Pick<Payments, "get" | "getOrder">,
  { orderId, paymentId }: { orderId: string; paymentId: string },
): Promise<{ payment: Payment } | { refusal: string }> {
  try {
    const payment = await payments.get(paymentId);
    const paid = payment.paymentOrderId ? await payments.getOrder(payment.paymentOrderId) : undefined;
    if (paid?.orderId === orderId) return { payment };
    return { refusal: `Payment ${paymentId} was not made for order ${orderId}.` };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { refusal: `The vendor has no payment ${paymentId}: ${error.message}` };
  }
}

/** Whether the vendor refused the payment itself. A refusal of our credentials says nothing about any payment. */
export function isRefusal(error: unknown): error is IntegrationError {
  return IntegrationError.isInstance(error) && error.final && error.status !== 401 && error.status !== 403;
}
