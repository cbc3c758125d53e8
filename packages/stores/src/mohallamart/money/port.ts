import type { Emit } from "../../outbox/port.ts";
import type { OrderPayment, OrderStatus } from "../orders/port.ts";

/** A refund as the payment vendor speaks of it. */
export interface RefundToBook {
  /** The vendor's id of it. */
  refundId: string;
  orderId: string;
  /** Rupees. */
  amount: number;
  status: "pending" | "processed" | "failed";
}

export interface BookedRefund extends RefundToBook {
  paymentId: string;
  /** The order stands, although all of its money went back or was to go back. */
  standing: boolean;
}

export interface DisputeToBook {
  /** The vendor's id of it. */
  disputeId: string;
  orderId: string;
  /** Rupees. */
  amount: number;
  status: "open" | "under-review" | "won" | "lost" | "closed";
  /** Until when the vendor waits for our evidence: ISO 8601, UTC. */
  answerBy?: string;
}

export interface BookedDispute extends DisputeToBook {
  paymentId: string;
}

/** Our side of one payment at the vendor. */
export interface BookedPayment extends OrderPayment {
  paymentId: string;
  order: OrderStatus;
  placedAt: string;
  refunds: Pick<RefundToBook, "refundId" | "amount" | "status">[];
}

/** Something that our books and the vendor's do not say alike, or that waits for somebody. */
export interface MoneyDifference {
  /** What kind it is, as `not-captured`; the page and the alert count by it. */
  kind: string;
  orderId?: string;
  paymentId?: string;
  refundId?: string;
  /** What each side says; for people, without personal data. */
  found: string;
  /** What to do next. */
  next: string;
}

export interface Reconciliation {
  /** The day up to which was compared: `2026-11-27`. */
  day: string;
  /** The span whose payments and refunds were compared: ISO 8601, UTC. */
  from: string;
  to: string;
  /** How many the vendor listed. */
  payments: number;
  refunds: number;
  differences: MoneyDifference[];
  madeAt: string;
}

/** What is known of the money of prepaid orders, besides where it is: refunds, disputes, and comparisons with the vendor. */
export interface MoneyBook {
  /**
   * Books what the vendor says of a refund, and moves the order's money as `order-states.ts` says once all of it is
   * concerned. A refund that ended is not pending again; the same again changes and emits nothing.
   * @returns whether it was news.
   * @throws UnknownOrderError; PaymentStatusError when the order was not paid at a vendor.
   */
  bookRefund(refund: RefundToBook, events: Emit<BookedRefund>): Promise<boolean>;
  /**
   * Books what the vendor says of a dispute; one that was decided is not open again.
   * @returns whether it was news.
   * @throws UnknownOrderError, PaymentStatusError
   */
  bookDispute(dispute: DisputeToBook, events: Emit<BookedDispute>): Promise<boolean>;
  refunds(orderId: string): Promise<RefundToBook[]>;
  disputes(orderId: string): Promise<DisputeToBook[]>;
  /** Those of the payments that an order was placed with. */
  findMany(paymentIds: readonly string[]): Promise<BookedPayment[]>;
  /** Prepaid orders placed before a time whose money is not where it stays, oldest first; at most `limit`. */
  unsettled(options: { before: string; limit: number }): Promise<BookedPayment[]>;
  /** Keeps a comparison; one of the same day replaces it. */
  keep(reconciliation: Omit<Reconciliation, "madeAt">): Promise<void>;
  /** The last comparisons, latest first. */
  reconciliations(limit: number): Promise<Reconciliation[]>;
}
