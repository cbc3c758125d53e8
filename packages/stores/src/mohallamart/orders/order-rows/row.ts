import type { OrderStatus } from "../port.ts";

/**
 * Where an order's money is. `due`: to be paid on delivery. A refund that the bank does not have yet is
 * `refund-pending`, one that it did not take `refund-failed`; the money is ours again then, and still owed.
 */
export type Money =
  | "due"
  | "authorised"
  | "captured"
  | "failed"
  | "refund-pending"
  | "refund-failed"
  | "refunded";

export interface OrderState {
  order: OrderStatus;
  money: Money;
}

/** What happens to an order. */
export type OrderEvent =
  | "pack"
  | "ship"
  | "deliver"
  | "out-for-delivery"
  | "attempt-failed"
  | "last-attempt-failed"
  | "deliver-cancelled"
  | "cancel"
  | "capture"
  | "refuse-capture"
  | "vendor-away"
  | "authorisation-lapsed"
  | "refund-begun"
  | "refund-processed"
  | "refund-failed";

/** Who brings it about. */
export type OrderActor =
  | "customer"
  | "shop"
  | "delivery-partner"
  | "process-order"
  | "cancel-order"
  | "payment-vendor"
  | "operations";

/** What follows, besides the change itself. */
export type OrderEffect =
  | "take-stock"
  | "give-stock-back"
  | "refund"
  | "count-revenue"
  | "take-revenue-back"
  | "tell-customer"
  | "tell-shop"
  | "tell-partners"
  | "alert";

/** One rule of the table: it holds for each of the statuses with each of the moneys. */
export interface OrderRow {
  event: OrderEvent;
  order: readonly OrderStatus[];
  money: readonly Money[];
  /** What changes. */
  to: Partial<OrderState>;
  by: readonly OrderActor[];
  effects: readonly OrderEffect[];
  why: string;
}

/** Money with which an order may go on its way. */
export const paid = ["due", "captured"] as const;

/** Money that is on its way back, or was. */
export const returned = ["refund-pending", "refund-failed", "refunded"] as const;

/** What is undone with an order that ends before its customer has it: one to be paid on delivery, and one that was paid. */
const undoneUnpaid = [
  "give-stock-back",
  "take-revenue-back",
  "tell-customer",
  "tell-shop",
  "tell-partners",
] as const;
export const undone = { due: undoneUnpaid, captured: ["refund", ...undoneUnpaid] } as const satisfies Partial<
  Record<Money, readonly OrderEffect[]>
>;
