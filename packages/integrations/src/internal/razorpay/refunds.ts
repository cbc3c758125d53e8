import { createHash } from "node:crypto";
import { IntegrationError } from "../../error.ts";
import type { Payment, Refund } from "../../payments/port.ts";
import { fieldsOf, toPayment, toRefund } from "./answer.ts";
import { failures, type RazorpayHttp } from "./http.ts";
import { listAll } from "./pages.ts";

interface NewRefund {
  paymentId: string;
  /** All that is left unless given. */
  paise?: number;
  key: string;
}

/**
 * See `Payments.refund`. Razorpay refuses a payment of which nothing is left, with the words of the day and no code of its
 * own; the payment and its refunds then tell whether that is because the money went back.
 */
export async function refundPayment(http: RazorpayHttp, refund: NewRefund): Promise<Refund> {
  try {
    return await askForRefund(http, refund);
  } catch (error) {
    if (!IntegrationError.isInstance(error) || error.status !== 400 || refund.paise !== undefined)
      throw error;
    const earlier = await wholeRefund(http, refund.paymentId);
    if (earlier) return earlier;
    throw error;
  }
}

export function refundsOf(http: RazorpayHttp, paymentId: string): Promise<Refund[]> {
  const path = `/payments/${encodeURIComponent(paymentId)}/refunds`;
  return listAll(http, { what: "refunds", path, read: toRefund });
}

export function getPayment(http: RazorpayHttp, paymentId: string): Promise<Payment> {
  const path = `/payments/${encodeURIComponent(paymentId)}`;
  return http.ask("read a payment", { method: "GET", path }, toPayment);
}

async function askForRefund(http: RazorpayHttp, { paymentId, paise, key }: NewRefund): Promise<Refund> {
  const refund = await http.ask(
    "refund a payment",
    {
      method: "POST",
      path: `/payments/${encodeURIComponent(paymentId)}/refund`,
      body: { ...(paise === undefined ? {} : { amount: paise }), speed: "normal" },
      headers: { "x-refund-idempotency": idempotencyKey(key) },
    },
    (answer) => (fieldsOf(answer).status === "failed" ? "failed" : toRefund(answer)),
  );
  if (refund === "failed") throw failures.final("Razorpay took the refund, and it failed there.");
  return refund;
}

/** What took the last of a payment; undefined while something of it is left. */
async function wholeRefund(http: RazorpayHttp, paymentId: string): Promise<Refund | undefined> {
  const { status } = await getPayment(http, paymentId);
  if (status !== "refunded") return undefined;
  return (await refundsOf(http, paymentId)).find((refund) => refund.status !== "failed");
}

/** Razorpay takes keys of ten characters or more of `[A-Za-z0-9_-]` only. */
function idempotencyKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
