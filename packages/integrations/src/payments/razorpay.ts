import { isWholePaise, toPaise } from "@org/events/money";
import { IntegrationError } from "../error.ts";
import { itemsOf, toDispute, toOrder, toPayment, toRefund } from "../internal/razorpay/answer.ts";
import { failures, type RazorpayHttp, razorpayHttp } from "../internal/razorpay/http.ts";
import { listPage } from "../internal/razorpay/pages.ts";
import { getPayment, refundPayment, refundsOf } from "../internal/razorpay/refunds.ts";
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

    refund: async ({ amount, ...refund }) =>
      refundPayment(http, { ...refund, ...(amount === undefined ? {} : { paise: paiseOf(amount) }) }),

    get: (paymentId) => getPayment(http, paymentId),

    getRefund: (refundId) => {
      const path = `/refunds/${encodeURIComponent(refundId)}`;
      return http.ask("read a refund", { method: "GET", path }, toRefund);
    },

    refundsOf: (paymentId) => refundsOf(http, paymentId),

    getDispute: (disputeId) => {
      const path = `/disputes/${encodeURIComponent(disputeId)}`;
      return http.ask("read a dispute", { method: "GET", path }, toDispute);
    },

    listPayments: (span) => listPage(http, { what: "payments", path: "/payments", read: toPayment, span }),

    listRefunds: (span) => listPage(http, { what: "refunds", path: "/refunds", read: toRefund, span }),
  };
}

/**
 * One payment order for each of ours, however often and at once it is asked for: Razorpay keeps receipts apart when it is
 * told to, and where it refuses a receipt that it has, the order with it is the answer.
 */
async function createOrder(http: RazorpayHttp, { orderId, amount }: NewPaymentOrder): Promise<PaymentOrder> {
  const paise = paiseOf(amount);
  if (orderId === "" || orderId.length > 40) {
    throw failures.final(`An order's id has 1 to 40 characters here, got ${orderId.length}.`);
  }
  const order = (await findOrder(http, orderId)) ?? (await addOrder(http, orderId, paise));
  if (order.amount === amount) return order;
  throw failures.final(`Order ${orderId} was to be paid with another amount before. Use a new order.`);
}

async function findOrder(http: RazorpayHttp, orderId: string): Promise<PaymentOrder | undefined> {
  const path = `/orders?receipt=${encodeURIComponent(orderId)}`;
  const earlier = await http.ask("find an order", { method: "GET", path }, itemsOf);
  return earlier.map(toOrder).find((found) => found?.orderId === orderId);
}

async function addOrder(http: RazorpayHttp, orderId: string, paise: number): Promise<PaymentOrder> {
  const body = { amount: paise, currency: "INR", receipt: orderId, unique_receipt: true };
  try {
    return await http.ask("create an order", { method: "POST", path: "/orders", body }, toOrder);
  } catch (error) {
    if (!IntegrationError.isInstance(error) || error.status !== 400) throw error;
    const order = await findOrder(http, orderId);
    if (order) return order;
    throw error;
  }
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

function paiseOf(rupees: number): number {
  if (rupees > 0 && isWholePaise(rupees)) return toPaise(rupees);
  throw failures.final("An amount is more than zero rupees, with at most two decimals.");
}
