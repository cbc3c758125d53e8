import type { Payment } from "../payments/port.ts";

/** What the vendor tells by itself. Any kind may come twice, late, and before an earlier one. */
export interface PaymentNotice {
  /** The same when it is sent again. */
  id: string;
  kind: "payment-authorised" | "payment-captured" | "payment-failed";
  payment: Payment;
  /** ISO 8601, UTC. */
  at: string;
}

export interface PaymentNotices {
  /**
   * Reads a webhook request.
   * @param request.body exactly as it arrived.
   * @returns undefined for notices of a kind that nothing here needs: answer 200, or they come again.
   * @throws IntegrationError final when the signature is wrong or missing: answer 401.
   */
  read(request: { body: string; headers: Headers }): PaymentNotice | undefined;
}
