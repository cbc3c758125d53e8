import type { Fault } from "../../contracts/fault.ts";
import type { CheckoutForm, CheckoutResult, Payments } from "../port.ts";

/** The vendor's emulator, and its adapter in front of it. */
export interface PaymentsBench {
  payments: Payments;
  /** The same with a time limit of 100 ms. */
  impatient: Payments;
  /** The same with a key that the vendor does not know. */
  unauthorised: Payments;
  /** The same for an address on which nothing listens. */
  unreachable: Payments;
  /** What a customer does with the form: pays, or is declined by the bank. Gives what is posted back to us. */
  pay(form: CheckoutForm): Promise<Record<string, string>>;
  decline(form: CheckoutForm): Promise<Record<string, string>>;
  /** What the customer's bank does: has the money of every refund on its way, or does not take it; or asks about a payment. */
  settleRefunds(outcome: "processed" | "failed"): Promise<void>;
  dispute(paymentId: string): Promise<void>;
  /** The emulator's next requests. */
  failNext(fault: Fault): void;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

export const order = { orderId: "ord_456", amount: 1250.5 };
export const pages = {
  shop: "MohallaMart",
  returnUrl: "http://127.0.0.1:3000/paid",
  cancelUrl: "http://127.0.0.1:3000/cart",
};

/** What the page posts when a customer has paid. */
export async function paid({
  payments,
  pay,
}: Pick<PaymentsBench, "payments" | "pay">): Promise<CheckoutResult> {
  return resultOf(payments, await pay(payments.checkout(await payments.createOrder(order), pages)));
}

export function resultOf(payments: Payments, fields: Record<string, string>): CheckoutResult {
  const result = payments.resultFrom(fields);
  if (!result) throw new Error(`The page posted no result: ${Object.keys(fields).join(", ")}.`);
  return result;
}

/** Gives the id of a payment whose money was taken. */
export async function captured(bench: Pick<PaymentsBench, "payments" | "pay">): Promise<string> {
  const { paymentId } = await paid(bench);
  await bench.payments.capture({ paymentId, amount: order.amount });
  return paymentId;
}
