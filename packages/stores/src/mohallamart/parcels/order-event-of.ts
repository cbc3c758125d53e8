import { mostAttempts, type OrderEvent, type OrderState } from "../orders/order-states.ts";

const eventOf = {
  "picked-up": "ship",
  "out-for-delivery": "out-for-delivery",
  delivered: "deliver",
  "attempt-failed": "attempt-failed",
} as const satisfies Record<string, OrderEvent>;

/** What a delivery partner's notice is to an order. */
export function orderEventOf(
  status: keyof typeof eventOf,
  { order }: OrderState,
  failedAttempt: number | undefined,
): OrderEvent {
  if (failedAttempt !== undefined && failedAttempt >= mostAttempts) return "last-attempt-failed";
  return status === "delivered" && order === "cancelled" ? "deliver-cancelled" : eventOf[status];
}
