import type { Dispute, Payment, Refund } from "../payments/port.ts";

/** What the vendor tells by itself. Any kind may come twice, late, and before an earlier one. */
export type PaymentNotice = {
  /** The same when it is sent again. */
  id: string;
  /** ISO 8601, UTC. */
  at: string;
} & (
  | { kind: "payment-authorised" | "payment-captured" | "payment-failed"; payment: Payment }
  | {
      kind: "refund-updated";
      refund: Refund;
      /** Whether the money had been taken; what was only reserved goes back by itself and is told as a refund as well. */
      wasCaptured: boolean;
    }
  | { kind: "dispute-updated"; dispute: Dispute }
);

export interface PaymentNotices {
  /**
   * Reads a webhook request.
   * @param request.body exactly as it arrived.
   * @returns undefined for notices of a kind that nothing here needs: answer 200, or they come again.
   * @throws IntegrationError final when the signature is wrong or missing: answer 401.
   */
  read(request: { body: string; headers: Headers }): PaymentNotice | undefined;
}
