/** Amounts are rupees with at most two decimals. */
export interface NewPaymentOrder {
  /** Our order's id, at most 40 characters: asking for it again gives the same payment order. */
  orderId: string;
  amount: number;
}

/** What a customer is asked to pay. */
export interface PaymentOrder {
  /** The vendor's id of it. */
  id: string;
  orderId: string;
  amount: number;
  status: "open" | "paid";
}

/**
 * - `started`: the customer is paying;
 * - `authorised`: the money is reserved and must be captured, or it goes back after some days;
 * - `captured`: it is ours;
 * - `refunded`: all of it went back;
 * - `failed`: nothing was taken.
 */
export type PaymentStatus = "started" | "authorised" | "captured" | "refunded" | "failed";

export interface Payment {
  id: string;
  /** The `PaymentOrder` that it pays. */
  paymentOrderId?: string;
  amount: number;
  /** How much of it went back. */
  refunded: number;
  status: PaymentStatus;
}

/**
 * - `pending`: the vendor took it, and the bank does not have it yet; that lasts for days;
 * - `processed`: the money is back;
 * - `failed`: it did not get there, and is ours again.
 */
export type RefundStatus = "pending" | "processed" | "failed";

export interface Refund {
  id: string;
  paymentId: string;
  amount: number;
  status: RefundStatus;
}

/**
 * A customer's bank takes a payment back, or asks about it.
 * - `open`: the vendor waits for our evidence, until `answerBy`;
 * - `under-review`: the bank has it;
 * - `won`: the money stays; `lost`: it was taken; `closed`: it ended in another way.
 */
export interface Dispute {
  id: string;
  paymentId: string;
  amount: number;
  status: "open" | "under-review" | "won" | "lost" | "closed";
  /** ISO 8601, UTC. */
  answerBy?: string;
}

/** When what is listed was made: ISO 8601, UTC, by seconds, both ends included. */
export interface ListedSpan {
  from: string;
  to: string;
  /** From the page before; the first page unless given. */
  cursor?: string;
}

export interface Page<Entry> {
  /** In an order that stays while the span does not change. */
  entries: Entry[];
  /** Of the next page; absent on the last one. */
  next?: string;
}

/** A form that the browser posts to the vendor's payment page; works without JavaScript. */
export interface CheckoutForm {
  action: string;
  fields: Record<string, string>;
}

/** What the payment page posts to `returnUrl` when the customer has paid. */
export interface CheckoutResult {
  paymentOrderId: string;
  paymentId: string;
  signature: string;
}

/**
 * Takes money from customers. Every call may be repeated and throws `IntegrationError`: retryable when the service is
 * unreachable, slow, over its limit or failing; final when it refuses, as for an unknown payment or a wrong amount.
 */
export interface Payments {
  /** Where the payment page is, such as `https://pay.example`; a content security policy has to let forms go there. */
  pageOrigin: string;
  /** @throws IntegrationError final when the order was asked for before with another amount. */
  createOrder(order: NewPaymentOrder): Promise<PaymentOrder>;
  /** @param id the vendor's. */
  getOrder(id: string): Promise<PaymentOrder>;
  /** @param options.returnUrl gets the result as a form post, also of a payment that failed. */
  checkout(
    order: PaymentOrder,
    options: { shop: string; returnUrl: string; cancelUrl: string },
  ): CheckoutForm;
  /**
   * Reads what was posted to `returnUrl`; anyone can post there, so ask `isGenuine` next.
   * @returns undefined when it tells of no payment, as when the bank declined it.
   */
  resultFrom(fields: Readonly<Record<string, string>>): CheckoutResult | undefined;
  /** Whether the result comes from the vendor and not from someone who made it up. */
  isGenuine(result: CheckoutResult): boolean;
  /** Takes the money that was reserved at checkout. @param amount all of it. */
  capture(capture: { paymentId: string; amount: number }): Promise<Payment>;
  /**
   * Gives captured money back, once per key. Where all that is left is asked for and nothing is, it gives the refund that
   * took it, whoever asked for that: two who give back one payment give it back once.
   * @param refund.amount default: all that is left.
   * @throws IntegrationError final when the key was used for another refund, or less is left than `amount`.
   */
  refund(refund: { paymentId: string; amount?: number; key: string }): Promise<Refund>;
  get(paymentId: string): Promise<Payment>;
  getRefund(refundId: string): Promise<Refund>;
  /** Every refund of a payment, those that failed included, newest first. */
  refundsOf(paymentId: string): Promise<Refund[]>;
  getDispute(disputeId: string): Promise<Dispute>;
  /** Every payment that was begun in a span, those that failed included, a page at a time. */
  listPayments(span: ListedSpan): Promise<Page<Payment>>;
  /** Every refund that was asked for in a span, a page at a time. */
  listRefunds(span: ListedSpan): Promise<Page<Refund>>;
}
