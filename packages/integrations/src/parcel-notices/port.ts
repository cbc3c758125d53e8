/**
 * What a delivery partner does with an order:
 * - `picked-up`: it has left the shop;
 * - `out-for-delivery`: it is on its last way;
 * - `delivered`: somebody took it;
 * - `attempt-failed`: it could not be handed over; the partner tries again, or brings it back.
 */
export const parcelStatuses = ["picked-up", "out-for-delivery", "delivered", "attempt-failed"] as const;

export type ParcelStatus = (typeof parcelStatuses)[number];

/** Why it could not be handed over. */
export const attemptReasons = ["nobody-there", "refused", "address-not-found", "other"] as const;

export type AttemptReason = (typeof attemptReasons)[number];

/** What the delivery partner tells by itself. Any may come twice, late, and before an earlier one. */
export interface ParcelNotice {
  /** The partner's, the same when it is sent again. */
  id: string;
  orderId: string;
  status: ParcelStatus;
  /** Only of `attempt-failed`. */
  reason?: AttemptReason;
  trackingNumber?: string;
  /** When it happened: ISO 8601, UTC. */
  at: string;
}

export interface ParcelNotices {
  /**
   * Reads a webhook request.
   * @param request.body exactly as it arrived.
   * @returns undefined for notices of a kind that nothing here needs: answer 200, or they come again.
   * @throws IntegrationError final; with status 401 when it is not signed by the partner or was signed more than 5 minutes
   * ago, and 400 when it cannot be read.
   */
  read(request: { body: string; headers: Headers }): ParcelNotice | undefined;
}
