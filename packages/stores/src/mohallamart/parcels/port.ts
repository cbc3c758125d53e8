import type { Emit } from "../../outbox/port.ts";
import type { OrderStatus } from "../orders/port.ts";

/** What a delivery partner tells of an order. */
export interface ParcelNews {
  /** The partner's, the same when it is told again. */
  noticeId: string;
  orderId: string;
  status: "picked-up" | "out-for-delivery" | "delivered" | "attempt-failed";
  /** Of a failed attempt, in one of the words agreed with the partner. */
  reason?: string;
  trackingNumber?: string;
  /** When it happened: ISO 8601, UTC. */
  at: string;
}

/**
 * What the table of `order-states.ts` makes of it:
 * - `moved`: the order has another status;
 * - `noted`: it is shown, and the status stays;
 * - `late`: the order was past that already;
 * - `impossible`: the order is cancelled or not paid, so the partner should not have it;
 * - `unknown-order`: there is no such order.
 */
export type ParcelOutcome = "moved" | "noted" | "late" | "impossible" | "unknown-order";

/** What a notice changed, of which its events are made. */
export interface ParcelChange {
  /** The status that the order has by it. */
  status: OrderStatus;
  /** Whether the order had another one before. */
  isMoved: boolean;
  /** Of an attempt that failed: which of the order's it is, from 1. */
  failedAttempt?: number;
}

export interface Parcels {
  /**
   * Takes what a delivery partner tells, each once, in whatever order it comes. The last failed attempt cancels the order.
   * @param events of what is `moved` or `noted`, and of the delivery of an order that is cancelled: its status stays, and is
   *   `cancelled`
   * @returns what became of it, and whether that was before.
   */
  take(news: ParcelNews, events: Emit<ParcelChange>): Promise<{ outcome: ParcelOutcome; isNew: boolean }>;
  /** What was told of an order that could be, oldest first. */
  history(orderId: string): Promise<ParcelNews[]>;
  /** Deliveries of orders that are cancelled, which a person has to look into; latest first. */
  deliveredCancelled(limit: number): Promise<ParcelNews[]>;
}
