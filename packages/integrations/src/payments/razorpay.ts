import { createHash } from "node:crypto";
import { isWholePaise, toPaise } from "@org/events/money";
import { IntegrationError } from "../error.ts";
import { itemsOf, toOrder, toPayment, toRefund } from "../internal/razorpay/answer.ts";
import { failures, type RazorpayHttp, razorpayHttp } from "../internal/razorpay/http.ts";
import { isSignatureOf } from "../internal/razorpay/signature.ts";
import type { NewPaymentOrder, Payment, PaymentOrder, Payments } from "./port.ts";

export interface RazorpayPaymentsOptions {
  keyId: string;
  keySecret: string;
  /** Default: Razorpay's API. */
  baseUrl?: string;
  /** Milliseconds for one request; default 10,000. */
  timeout?: number;
}

/**
 * Payments in rupees through Razorpay. Its own client drops the refund's idempotency header, has no time limit and fails
 * with a TypeError when there is no answer, so this speaks HTTP.
 */
export function razorpayPayments({
  keyId,
  keySecret,
  baseUrl = "https://api.razorpay.com",
  timeout = 10_000,
}: RazorpayPaymentsOptions): Payments {
  const http = razorpayHttp({ keyId, keySecret, baseUrl: baseUrl.replace(/\/$/, ""), timeout });

  return {
    get pageOrigin() {
      return new URL(baseUrl).origin;
    },

    createOrder: (order) => createOrder(http, order),

    getOrder: (id) => {
      const path = `/orders/${encodeURIComponent(id)}`;
      return http.ask("read an order", { method: "GET", path }, toOrder);
    },

    checkout: ({ id, amount }, { shop, returnUrl, cancelUrl }) => ({
      action: `${baseUrl.replace(/\/$/, "")}/v1/checkout/embedded`,
      fields: {
        key_id: keyId,
        order_id: id,
        amount: String(toPaise(amount)),
        currency: "INR",
        name: shop,
        callback_url: returnUrl,
        cancel_url: cancelUrl,
      },
    }),

    resultFrom: ({
      razorpay_order_id: paymentOrderId,
      razorpay_payment_id: paymentId,
      razorpay_signature: signature,
    }) => (paymentOrderId && paymentId && signature ? { paymentOrderId, paymentId, signature } : undefined),

    isGenuine: ({ paymentOrderId, paymentId, signature }) =>
      isSignatureOf(`${paymentOrderId}|${paymentId}`, signature, keySecret),

    capture: (capture) => capturePayment(http, capture),

    async refund({ paymentId, amount, key }) {
      const refund = await http.ask(
        "refund a payment",
        {
          method: "POST",
          path: `/payments/${encodeURIComponent(paymentId)}/refund`,
          body: { ...(amount === undefined ? {} : { amount: paiseOf(amount) }), speed: "normal" },
          headers: { "x-refund-idempotency": idempotencyKey(key) },
        },
        toRefund,
      );
      if (refund === "failed") throw failures.final("Razorpay took the refund, and it failed there.");
      return refund;
    },

    get: (paymentId) => getPayment(http, paymentId),
  };
}

/** Razorpay has no idempotency key for orders, but finds them by our id. */
async function createOrder(http: RazorpayHttp, { orderId, amount }: NewPaymentOrder): Promise<PaymentOrder> {
  const paise = paiseOf(amount);
  if (orderId === "" || orderId.length > 40) {
    throw failures.final(`An order's id has 1 to 40 characters here, got ${orderId.length}.`);
  }
  const path = `/orders?receipt=${encodeURIComponent(orderId)}`;
  const earlier = await http.ask("find an order", { method: "GET", path }, itemsOf);
  const order = earlier.map(toOrder).find((found) => found?.orderId === orderId);
  if (!order) {
    const body = { amount: paise, currency: "INR", receipt: orderId };
    return http.ask("create an order", { method: "POST", path: "/orders", body }, toOrder);
  }
  if (order.amount === amount) return order;
  throw failures.final(`Order ${orderId} was to be paid with another amount before. Use a new order.`);
}

/** Razorpay refuses to capture twice; the payment then tells whether the first time was ours. */
async function capturePayment(
  http: RazorpayHttp,
  { paymentId, amount }: { paymentId: string; amount: number },
): Promise<Payment> {
  const path = `/payments/${encodeURIComponent(paymentId)}/capture`;
  const body = { amount: paiseOf(amount), currency: "INR" };
  try {
    const payment = await http.ask("capture a payment", { method: "POST", path, body }, toPayment);
    if (isCaptured(payment, amount)) return payment;
  } catch (error) {
    if (!IntegrationError.isInstance(error) || error.status !== 400) throw error;
    const payment = await getPayment(http, paymentId);
    if (isCaptured(payment, amount)) return payment;
    throw error;
  }
  throw failures.final("Razorpay took the capture, and the payment is not captured.");
}

function isCaptured(payment: Payment, amount: number): boolean {
  return (payment.status === "captured" || payment.status === "refunded") && payment.amount === amount;
}

function getPayment(http: RazorpayHttp, paymentId: string): Promise<Payment> {
  const path = `/payments/${encodeURIComponent(paymentId)}`;
  return http.ask("read a payment", { method: "GET", path }, toPayment);
}

function paiseOf(rupees: number): number {
  if (rupees > 0 && isWholePaise(rupees)) return toPaise(rupees);
  throw failures.final("An amount is more than zero rupees, with at most two decimals.");
}

/** Razorpay takes keys of ten characters or more of `[A-Za-z0-9_-]` only. */
function idempotencyKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
