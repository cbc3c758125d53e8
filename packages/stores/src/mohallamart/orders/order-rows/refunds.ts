import type { OrderRow } from "./row.ts";

const standing = ["placed", "packed", "shipped", "delivered"] as const;

/** Money on its way back, of orders that were cancelled and of those that stand. */
export const refunds: readonly OrderRow[] = [
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
