import type { OrderRow } from "./row.ts";

/**
 * Which unpaid orders may be that are older than this table: they were moved on before they were paid, and a refusal and
 * its cancellation were two writes. No command brings an order there.
 */
const older = ["packed", "shipped", "delivered"] as const;

/** What becomes of the money that was reserved. */
export const captures: readonly OrderRow[] = [
  {
    event: "capture",
    order: ["placed"],
    money: ["authorised"],
    to: { money: "captured" },
    by: ["process-order"],
    effects: ["take-stock", "count-revenue", "tell-customer", "tell-shop", "tell-partners"],
    why: "From now on the shop sees the order.",
  },
  {
    event: "capture",
    order: older,
    money: ["authorised", "failed"],
    to: { money: "captured" },
    by: ["process-order"],
    effects: ["take-stock", "count-revenue", "tell-customer", "tell-partners"],
    why: "The money of an order that was moved on before it was paid came at last.",
  },
  {
    event: "capture",
    order: ["placed"],
    money: ["failed"],
    to: { money: "captured" },
    by: ["process-order"],
    effects: ["take-stock", "count-revenue", "tell-customer", "tell-shop", "tell-partners"],
    why: "Refused, and taken by somebody before the order was cancelled.",
  },
  {
    event: "capture",
    order: ["cancelled"],
    money: ["authorised", "failed"],
    to: { money: "captured" },
    by: ["process-order", "cancel-order"],
    effects: ["refund"],
    why: "Taken although the order was cancelled meanwhile: it goes back.",
  },
  {
    event: "refuse-capture",
    order: ["placed", "packed"],
    money: ["authorised", "failed"],
    to: { order: "cancelled", money: "failed" },
    by: ["process-order"],
    effects: ["give-stock-back", "tell-customer"],
    why: "The payment is refused for good, is another order's, or of another amount.",
  },
  {
    event: "refuse-capture",
    order: ["shipped", "delivered"],
    money: ["authorised"],
    to: { money: "failed" },
    by: ["process-order"],
    effects: ["alert"],
    why: "Refused after the goods had left, which only orders meet that were moved on before they were paid: a person asks for the money.",
  },
  {
    event: "refuse-capture",
    order: ["cancelled"],
    money: ["authorised"],
    to: { money: "failed" },
    by: ["process-order"],
    effects: [],
    why: "There is nothing left to undo.",
  },
  {
    event: "vendor-away",
    order: ["placed", "packed", "shipped", "delivered"],
    money: ["authorised"],
    to: {},
    by: ["payment-vendor"],
    effects: ["alert"],
    why: "Tried for over an hour, then by whoever replays the run; stock and authorisation are held until then.",
  },
  {
    event: "vendor-away",
    order: ["cancelled"],
    money: ["authorised", "captured"],
    to: {},
    by: ["payment-vendor"],
    effects: ["alert"],
    why: "A refund is tried for over an hour, then by whoever replays the run.",
  },
  {
    event: "authorisation-lapsed",
    order: ["placed", "packed"],
    money: ["authorised"],
    to: { order: "cancelled", money: "failed" },
    by: ["payment-vendor"],
    effects: ["give-stock-back", "tell-customer"],
    why: "Nobody captured it for days, and the vendor let it go.",
  },
  {
    event: "authorisation-lapsed",
    order: ["shipped", "delivered", "cancelled"],
    money: ["authorised"],
    to: { money: "failed" },
    by: ["payment-vendor"],
    effects: [],
    why: "What was reserved went back by itself.",
  },
];
