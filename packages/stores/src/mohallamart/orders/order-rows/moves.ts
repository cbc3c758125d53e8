import { type OrderEffect, type OrderRow, paid, returned, undone } from "./row.ts";

/** Failed attempts after which a delivery partner brings a parcel back: the last of them ends the order. */
export const mostAttempts = 3;

/** From the shop to the door. */
export const moves: readonly OrderRow[] = [
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
      effects: undone.due,
      why,
    },
    {
      ...rule,
      money: ["captured", ...returned],
      effects: undone.captured,
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
