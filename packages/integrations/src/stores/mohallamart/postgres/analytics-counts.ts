import { toPaise } from "@org/events/money";
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
}

export const noCounts: Readonly<Counts> = {
  pageViews: 0,
  searches: 0,
  searchConversions: 0,
  cartsFilled: 0,
  checkoutsStarted: 0,
  orders: 0,
  revenuePaise: 0,
};

/** Which counter an event adds one to; other events are kept and not counted. */
const counterOf = new Map<string, Exclude<keyof Counts, "revenuePaise">>([
  ["page.viewed", "pageViews"],
  ["search.performed", "searches"],
  ["search.converted", "searchConversions"],
  ["cart.added", "cartsFilled"],
  ["checkout.started", "checkoutsStarted"],
  ["order.placed", "orders"],
]);

/**
 * Whether the visit ended in an order: the order itself is counted from `order.created`, which knows no visit, so the
 * storefront reports the visit with `checkout.completed`.
 */
export function isPurchase({ event }: AnalyticsEvent): boolean {
  return event === "checkout.completed" || event === "order.placed";
}

export function countsOf({ event, properties }: AnalyticsEvent): Counts {
  const counts = { ...noCounts };
  const counter = counterOf.get(event);
  if (counter) counts[counter] = 1;
  const { revenue } = properties;
  if (typeof revenue === "number" && Number.isFinite(revenue)) counts.revenuePaise = toPaise(revenue);
  return counts;
}

export function sumOf(a: Counts, b: Counts): Counts {
  return {
    pageViews: a.pageViews + b.pageViews,
    searches: a.searches + b.searches,
    searchConversions: a.searchConversions + b.searchConversions,
    cartsFilled: a.cartsFilled + b.cartsFilled,
    checkoutsStarted: a.checkoutsStarted + b.checkoutsStarted,
    orders: a.orders + b.orders,
    revenuePaise: a.revenuePaise + b.revenuePaise,
  };
}
