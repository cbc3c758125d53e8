import type { OrderStatus } from "./port.ts";

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

/** Failed attempts after which a delivery partner brings a parcel back: the last of them ends the order. */
export const mostAttempts = 3;

const paid = ["due", "captured"] as const;
const returned = ["refund-pending", "refund-failed", "refunded"] as const;
const standing = ["placed", "packed", "shipped", "delivered"] as const;
/**
 * Which unpaid orders may be that are older than this table: they were moved on before they were paid, and a refusal and
 * its cancellation were two writes. No command brings an order there.
 */
const older = ["packed", "shipped", "delivered"] as const;

const moves: readonly OrderRow[] = [
  {
    event: "pack",
    order: ["placed"],
    money: paid,
    to: { order: "packed" },
    by: ["shop"],
    effects: ["tell-customer", "tell-partners"],
    why: "A shop packs what is paid, or is paid on delivery.",
  },
  {
    event: "ship",
    order: ["placed", "packed"],
    money: paid,
    to: { order: "shipped" },
    by: ["shop", "delivery-partner"],
    effects: ["tell-customer", "tell-partners"],
    why: "Nothing leaves the shop before it is paid.",
  },
  {
    event: "deliver",
    order: ["placed", "packed"],
    money: paid,
    to: { order: "delivered" },
    by: ["shop", "delivery-partner"],
    effects: ["tell-customer", "tell-partners"],
    why: "A step that nobody reported was taken all the same.",
  },
  {
    event: "deliver",
    order: ["shipped"],
    money: [...paid, ...returned, "authorised", "failed"],
    to: { order: "delivered" },
    by: ["shop", "delivery-partner"],
    effects: ["tell-customer", "tell-partners"],
    why: "What is on its way arrives, whatever becomes of the money meanwhile.",
  },
  ...onItsWay("out-for-delivery", "It is on its last way, which the order's page shows."),
  ...onItsWay("attempt-failed", "Nobody could take it; the customer is told, and the partner tries again.", [
    "tell-customer",
  ]),
  ...broughtBack(),
  {
    event: "deliver-cancelled",
    order: ["cancelled"],
    money: [...paid, ...returned, "authorised", "failed"],
    to: {},
    by: ["delivery-partner"],
    effects: ["alert"],
    why: "The partner says that it was delivered after all, though its items count as back and its money went back: a person asks who has it.",
  },
];

/** What a delivery partner tells between the shop and the door: whoever tells it has the parcel. */
function onItsWay(
  event: "out-for-delivery" | "attempt-failed",
  why: string,
  effects: readonly OrderEffect[] = [],
): OrderRow[] {
  const by = ["delivery-partner"] as const;
  return [
    {
      event,
      order: ["placed", "packed"],
      money: paid,
      to: { order: "shipped" },
      by,
      effects: ["tell-customer", "tell-partners"],
      why: `${why} That it was picked up, nobody has said yet.`,
    },
    {
      event,
      order: ["shipped"],
      money: [...paid, ...returned, "authorised", "failed"],
      to: {},
      by,
      effects,
      why,
    },
  ];
}

/** What the last failed attempt does: the order is cancelled as one that never left the shop. */
function broughtBack(): OrderRow[] {
  const rule = {
    event: "last-attempt-failed",
    order: ["shipped"],
    to: { order: "cancelled" },
    by: ["delivery-partner"],
  } as const;
  const why = `Attempt ${mostAttempts} was the last: the partner brings it back to the shop, where its items count from now on.`;
  return [
    {
      ...rule,
      money: ["due"],
      effects: ["give-stock-back", "take-revenue-back", "tell-customer", "tell-shop", "tell-partners"],
      why,
    },
    {
      ...rule,
      money: ["captured", ...returned],
      effects: [
        "refund",
        "give-stock-back",
        "take-revenue-back",
        "tell-customer",
        "tell-shop",
        "tell-partners",
      ],
      why: `${why} What is not on its way back already goes back.`,
    },
    {
      ...rule,
      money: ["authorised", "failed"],
      effects: ["give-stock-back", "tell-customer", "tell-shop"],
      why: `${why} Nothing was taken for it.`,
    },
  ];
}

const cancellations: readonly OrderRow[] = [
  {
    event: "cancel",
    order: ["placed", "packed"],
    money: ["due"],
    to: { order: "cancelled" },
    by: ["customer"],
    effects: ["give-stock-back", "take-revenue-back", "tell-customer", "tell-shop", "tell-partners"],
    why: "Until it has left the shop.",
  },
  {
    event: "cancel",
    order: ["placed"],
    money: ["authorised", "failed"],
    to: { order: "cancelled" },
    by: ["customer"],
    effects: ["give-stock-back", "tell-customer"],
    why: "Cancelled while it is captured: capture and cancellation run at once, and whoever comes last gives the money back.",
  },
  {
    event: "cancel",
    order: ["packed"],
    money: ["authorised"],
    to: { order: "cancelled" },
    by: ["customer"],
    effects: ["give-stock-back", "tell-customer", "tell-shop"],
    why: "As above, of an order that was packed before it was paid.",
  },
  {
    event: "cancel",
    order: ["placed", "packed"],
    money: ["captured", ...returned],
    to: { order: "cancelled" },
    by: ["customer"],
    effects: [
      "refund",
      "give-stock-back",
      "take-revenue-back",
      "tell-customer",
      "tell-shop",
      "tell-partners",
    ],
    why: "Until it has left the shop; what is not on its way back already goes back.",
  },
];

const captures: readonly OrderRow[] = [
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

const refunds: readonly OrderRow[] = [
  {
    event: "refund-begun",
    order: ["cancelled"],
    money: ["captured", "refund-failed"],
    to: { money: "refund-pending" },
    by: ["process-order", "cancel-order", "operations"],
    effects: [],
    why: "The vendor took the refund; the bank has it days later.",
  },
  {
    event: "refund-begun",
    order: standing,
    money: ["captured", "refund-failed"],
    to: { money: "refund-pending" },
    by: ["operations"],
    effects: [],
    why: "Somebody gives the whole amount of a standing order back at the vendor.",
  },
  {
    event: "refund-processed",
    order: ["cancelled"],
    money: ["captured", "refund-pending", "refund-failed"],
    to: { money: "refunded" },
    by: ["payment-vendor"],
    effects: ["tell-customer"],
    why: "The money is back. The notice may come before the answer to our own request, or after a failure.",
  },
  {
    event: "refund-processed",
    order: standing,
    money: ["captured", "refund-pending", "refund-failed"],
    to: { money: "refunded" },
    by: ["payment-vendor"],
    effects: ["tell-customer", "alert"],
    why: "The order stands and its money is gone: a person decides whether it is still to be fulfilled.",
  },
  {
    event: "refund-failed",
    order: [...standing, "cancelled"],
    money: ["captured", "refund-pending", "refunded"],
    to: { money: "refund-failed" },
    by: ["payment-vendor"],
    effects: ["tell-customer", "alert"],
    why: "The bank did not take it: a person gives it back in another way.",
  },
];

/** The table by which orders move; `order-states.ts` reads it. */
export const orderRows: readonly OrderRow[] = [...moves, ...cancellations, ...captures, ...refunds];
