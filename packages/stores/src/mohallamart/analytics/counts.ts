import { toPaise, toRupees } from "@org/events/money";
import type { AnalyticsEvent } from "../port.ts";

/** The counters of `analytics_buckets` and `analytics_users`. */
export interface Counts {
  pageViews: number;
  searches: number;
  searchConversions: number;
  cartsFilled: number;
  checkoutsStarted: number;
  orders: number;
  revenuePaise: number;
  ordersCancelled: number;
  cancelledPaise: number;
}

export const noCounts: Readonly<Counts> = {
  pageViews: 0,
  searches: 0,
  searchConversions: 0,
  cartsFilled: 0,
  checkoutsStarted: 0,
  orders: 0,
  revenuePaise: 0,
  ordersCancelled: 0,
  cancelledPaise: 0,
};

/** What an event adds; other events are kept and not counted. */
const countersOf = new Map<string, (event: AnalyticsEvent) => Partial<Counts>>([
  ["page.viewed", () => ({ pageViews: 1 })],
  ["search.performed", () => ({ searches: 1 })],
  ["search.converted", () => ({ searchConversions: 1 })],
  ["cart.added", () => ({ cartsFilled: 1 })],
  ["checkout.started", () => ({ checkoutsStarted: 1 })],
  ["order.placed", (event) => ({ orders: 1, revenuePaise: paiseOf(event) })],
  ["order.cancelled", (event) => ({ ordersCancelled: 1, cancelledPaise: paiseOf(event) })],
]);

export function countsOf(event: AnalyticsEvent): Counts {
  return { ...noCounts, ...countersOf.get(event.event)?.(event) };
}

/** What an event says about its visit: whoever orders came by the cart and the checkout, whether or not that was seen. */
export function visitOf({ event }: AnalyticsEvent) {
  // The order itself is counted from `order.created`, which knows no visit, so the storefront reports the visit.
  const ordered = event === "checkout.completed" || event === "order.placed";
  const startedCheckout = ordered || event === "checkout.started";
  return { filledCart: startedCheckout || event === "cart.added", startedCheckout, ordered };
}

/** The same counters in rupees, as the port has them. */
export function inRupees({ revenuePaise, cancelledPaise, ...counts }: Counts) {
  return { ...counts, revenue: toRupees(revenuePaise), revenueCancelled: toRupees(cancelledPaise) };
}

/** A cancelled order's amount counts as what was lost, with whatever sign it comes. */
function paiseOf({ properties: { revenue } }: AnalyticsEvent): number {
  const paise = typeof revenue === "number" ? toPaise(Math.abs(revenue)) : 0;
  return Number.isSafeInteger(paise) ? paise : 0;
}
