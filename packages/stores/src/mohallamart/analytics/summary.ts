import type { AnalyticsSummary } from "../port.ts";
import { type Counts, inRupees } from "./counts.ts";

/** What a report is made of, whatever database added it up. */
interface Sums {
  total: Counts;
  visits: {
    visits: number;
    seconds: number;
    filledCart: number;
    startedCheckout: number;
    ordered: number;
    abandoned: number;
  };
  /** Of the orders that stand. */
  buyers: { orders: number; customers: number };
}

export function summaryFrom({ total: paise, visits, buyers }: Sums): AnalyticsSummary {
  const total = inRupees(paise);
  const { seconds: sessionSeconds, abandoned, ...funnel } = visits;
  return {
    ...total,
    netRevenue: Math.round((total.revenue - total.revenueCancelled) * 100) / 100,
    sessions: funnel.visits,
    sessionSeconds,
    funnel,
    searchConversionRate: ratio(total.searchConversions, total.searches),
    averageSessionDuration: ratio(sessionSeconds, funnel.visits),
    cartAbandonment: ratio(abandoned, funnel.filledCart),
    averageOrderValue: ratio(Math.round(total.revenue * 100), total.orders * 100),
    orderFrequency: ratio(buyers.orders, buyers.customers),
  };
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
    ordersCancelled: a.ordersCancelled + b.ordersCancelled,
    cancelledPaise: a.cancelledPaise + b.cancelledPaise,
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
