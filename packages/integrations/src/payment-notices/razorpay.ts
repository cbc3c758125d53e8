import { createHash } from "node:crypto";
import { fieldsOf, toPayment } from "../internal/razorpay/answer.ts";
import { failures } from "../internal/razorpay/http.ts";
import { isSignatureOf } from "../internal/razorpay/signature.ts";
import type { PaymentNotice, PaymentNotices } from "./port.ts";

export interface RazorpayWebhookOptions {
  /** The webhook's secret; while it is changed also the one before, with which repeats may still be signed. */
  secrets: readonly string[];
}

const kinds: ReadonlyMap<string, PaymentNotice["kind"]> = new Map<string, PaymentNotice["kind"]>([
  ["payment.authorized", "payment-authorised"],
  ["payment.captured", "payment-captured"],
  ["payment.failed", "payment-failed"],
]);

/** Razorpay's webhooks (razorpay.com/docs/webhooks): signed over the raw body, with an id in a header. */
export function razorpayWebhook({ secrets }: RazorpayWebhookOptions): PaymentNotices {
  return {
    read({ body, headers }) {
      const signature = headers.get("x-razorpay-signature") ?? "";
      if (!secrets.some((secret) => isSignatureOf(body, signature, secret))) {
        throw failures.final("A webhook's signature is wrong or missing. Check the secret on both sides.", {
          status: 401,
        });
      }
      const { event, payload, created_at: createdAt } = fieldsOf(parsed(body));
      const kind = typeof event === "string" ? kinds.get(event) : undefined;
      const payment = toPayment(fieldsOf(fieldsOf(payload).payment).entity);
      if (!kind || !payment || typeof createdAt !== "number") return undefined;
      return {
        // Without the header, a repeat still has the same body.
        id: headers.get("x-razorpay-event-id") ?? createHash("sha256").update(body).digest("hex"),
        kind,
        payment,
        at: new Date(createdAt * 1000).toISOString(),
      };
    },
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
