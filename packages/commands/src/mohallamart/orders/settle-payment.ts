import { paymentReleased } from "@org/events/mohallamart/payment-released";
import type { Payments } from "@org/integrations/payments/port";
import type { Checkout, Checkouts, Orders } from "@org/stores/mohallamart/port";
import type { Outcome } from "../../outcome.ts";
import { writeOrder } from "./write-order.ts";

export interface SettlePaymentPorts {
  orders: Pick<Orders, "place" | "payment">;
  checkouts: Pick<Checkouts, "findByPayment" | "refuse">;
}

/**
 * Places the order that a payment was made for. Whoever hears of the payment calls this: the page that the customer comes
 * back to, and the vendor's notices, in any order, repeatedly and at once.
 *
 * The amount was fixed when the payment was started; here it is compared with today's prices, and `process-order` compares
 * it with what the vendor has before it takes anything.
 *
 * @returns a refusal when no order is paid with it; it has to be released then, and no later call places the order after
 * all. Its customer is told by `payment.released`.
 */
export async function settlePayment(
  { orders, checkouts }: SettlePaymentPorts,
  checkout: Checkout,
  paymentId: string,
): Promise<Outcome<{ orderId: string }, "refused">> {
  const { orderId } = checkout;
  const placed = checkout.status === "open" ? await writeOrder(orders, checkout, paymentId) : undefined;
  const order = await orders.payment(orderId);
  if (order?.paymentId === paymentId) return { ok: true, orderId };
  const refusal = placed?.ok === false ? placed.message : "The order was placed without this payment.";
  const closed = await checkouts.refuse(orderId, refusal, {
    paymentId,
    emit: ({ amount }) => [paymentReleased.create({ orderId, paymentId, amount })],
  });
  // Placed by this very payment meanwhile: somebody else heard of it as well.
  if ((await orders.payment(orderId))?.paymentId === paymentId) return { ok: true, orderId };
  const message =
    closed?.status === "refused" ? closed.refusal : "The order was placed without this payment.";
  return { ok: false, code: "refused", message };
}

/**
 * Lets go of a payment that pays for no order. One that is only authorised is never captured, and the vendor gives it
 * back after some days; there is nothing to call for that.
 */
export async function releasePayment(payments: Payments, paymentId: string): Promise<void> {
  const { status } = await payments.get(paymentId);
  if (status === "captured") await payments.refund({ paymentId, key: `release:${paymentId}` });
}
