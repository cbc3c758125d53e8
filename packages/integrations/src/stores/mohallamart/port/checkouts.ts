import type { NewOrder } from "./orders.ts";

/** An order that is placed once it is paid. */
export interface NewCheckout extends Pick<NewOrder, "orderId" | "shopId" | "items"> {
  /** The payment vendor's id of what the customer is asked to pay. */
  paymentOrderId: string;
  customer: { name: string; email: string; phone?: string };
  /** The visit that it belongs to, where visits are recorded. */
  visitId?: string;
  /** What the customer is asked to pay; the order's total must be the same. */
  total: number;
  /** Until when it may be placed: ISO 8601, UTC. */
  expiresAt: string;
}

/**
 * - `open`: the order is placed as soon as it is paid;
 * - `placed`: there is an order with its id, paid with this checkout or otherwise;
 * - `refused`: there will be none, whatever is paid.
 */
export type Checkout = Omit<NewCheckout, "customer" | "visitId"> &
  (
    | ({ status: "open" } & Pick<NewCheckout, "customer" | "visitId">)
    | { status: "placed" }
    /** The refusal may be shown to the customer. */
    | { status: "refused"; refusal: string }
  );

/**
 * What is kept while a customer pays on the vendor's page, so that whoever hears of the payment can place the order: the
 * page that they come back to, or the vendor's notice. `orders.place` closes it.
 */
export interface Checkouts {
  /**
   * Keeps a checkout. The same order again replaces what was kept.
   * @returns false when it was closed before; nothing changes then.
   */
  open(checkout: NewCheckout): Promise<boolean>;
  get(orderId: string): Promise<Checkout | undefined>;
  findByPayment(paymentOrderId: string): Promise<Checkout | undefined>;
  /**
   * Closes an open checkout for good: `orders.place` refuses its prepaid order from then on.
   * @returns what has become of it; `placed` when an order was placed first.
   */
  refuse(orderId: string, refusal: string): Promise<Checkout | undefined>;
}
