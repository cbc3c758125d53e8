import { type OrderRow, returned, undone } from "./row.ts";

/** Who may cancel, until when, and what is undone. */
export const cancellations: readonly OrderRow[] = [
  {
    event: "cancel",
    order: ["placed", "packed"],
    money: ["due"],
    to: { order: "cancelled" },
    by: ["customer"],
    effects: undone.due,
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
    effects: undone.captured,
    why: "Until it has left the shop; what is not on its way back already goes back.",
  },
];
