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
 * all.
 */
export async function settlePayment(
  { orders, checkouts }: SettlePaymentPorts,
  checkout: Checkout,
  paymentId: string,
): Promise<Outcome<{ orderId: string }, "refused">> {
  const { orderId } = checkout;
  const closed =
    checkout.status === "open" ? await placeOrRefuse({ orders, checkouts }, checkout, paymentId) : checkout;
  const order = await orders.payment(orderId);
  if (order?.paymentId === paymentId) return { ok: true, orderId };
  const message = closed.status === "refused" ? closed.refusal : "The order was placed without this payment.";
  return { ok: false, code: "refused", message };
}

async function placeOrRefuse(
  { orders, checkouts }: SettlePaymentPorts,
  checkout: Extract<Checkout, { status: "open" }>,
  paymentId: string,
): Promise<Checkout> {
  const placed = await writeOrder(orders, checkout, paymentId);
  if (placed.ok) return { ...checkout, status: "placed" };
  const refusal = placed.message;
  return (await checkouts.refuse(checkout.orderId, refusal)) ?? { ...checkout, status: "refused", refusal };
}

/**
 * Lets go of a payment that pays for no order. One that is only authorised is never captured, and the vendor gives it
 * back after some days; there is nothing to call for that.
 */
export async function releasePayment(payments: Payments, paymentId: string): Promise<void> {
  const { status } = await payments.get(paymentId);
  if (status === "captured") await payments.refund({ paymentId, key: `release:${paymentId}` });
}
