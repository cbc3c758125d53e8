import { createHash } from "node:crypto";
import { fieldsOf, timeOf, toDispute, toPayment, toRefund } from "../internal/razorpay/answer.ts";
import { failures } from "../internal/razorpay/http.ts";
import { isSignatureOf } from "../internal/razorpay/signature.ts";
import type { PaymentNotice, PaymentNotices } from "./port.ts";

export interface RazorpayWebhookOptions {
  /** The webhook's secret; while it is changed also the one before, with which repeats may still be signed. */
  secrets: readonly string[];
}

/** What a notice is about, without when and under which id it came. */
type News = PaymentNotice extends infer Notice
  ? Notice extends object
    ? Omit<Notice, "id" | "at">
    : never
  : never;

type Reader = (entities: Entities) => News | undefined;

type Entities = Record<"payment" | "refund" | "dispute", unknown>;

const refundUpdated: Reader = ({ refund: entity, payment }) => {
  const refund = toRefund(entity);
  // Absent in no published example; then it is taken for the usual one.
  const wasCaptured = fieldsOf(payment).captured !== false;
  return refund && { kind: "refund-updated", refund, wasCaptured };
};

const disputeUpdated: Reader = ({ dispute: entity }) => {
  const dispute = toDispute(entity);
  return dispute && { kind: "dispute-updated", dispute };
};

const paymentNews =
  (kind: "payment-authorised" | "payment-captured" | "payment-failed"): Reader =>
  ({ payment: entity }) => {
    const payment = toPayment(entity);
    return payment && { kind, payment };
  };

/** By the event's name; the others are switched on by nobody here. */
const readers: ReadonlyMap<unknown, Reader> = new Map<unknown, Reader>([
  ["payment.authorized", paymentNews("payment-authorised")],
  ["payment.captured", paymentNews("payment-captured")],
  ["payment.failed", paymentNews("payment-failed")],
  ["refund.created", refundUpdated],
  ["refund.processed", refundUpdated],
  ["refund.failed", refundUpdated],
  ["payment.dispute.created", disputeUpdated],
  ["payment.dispute.under_review", disputeUpdated],
  ["payment.dispute.action_required", disputeUpdated],
  ["payment.dispute.won", disputeUpdated],
  ["payment.dispute.lost", disputeUpdated],
  ["payment.dispute.closed", disputeUpdated],
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
      const { payment, refund, dispute } = fieldsOf(payload);
      const entities = { payment: entityOf(payment), refund: entityOf(refund), dispute: entityOf(dispute) };
      const news = readers.get(event)?.(entities);
      const at = timeOf(createdAt);
      if (!news || at === undefined) return undefined;
      // Without the header, a repeat still has the same body.
      const id = headers.get("x-razorpay-event-id") ?? createHash("sha256").update(body).digest("hex");
      return { id, at, ...news };
    },
  };
}

function entityOf(subject: unknown): unknown {
  return fieldsOf(subject).entity;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
