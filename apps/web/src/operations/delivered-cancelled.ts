import type { MoneyDifference, ParcelNews } from "@org/stores/mohallamart/port";

/** Cancelled orders of which the delivery partner says that they were delivered, as the console lists what disagrees. */
export function deliveredCancelledDifferences(news: readonly ParcelNews[]): MoneyDifference[] {
  return news.map(({ orderId, noticeId, at }) => ({
    kind: "delivered-cancelled",
    orderId,
    refundId: noticeId,
    found: `The order is cancelled; the partner's notice says that it was delivered at ${at}.`,
    next: "Ask the partner who has it: then count the stock, and agree with the customer how it is paid or comes back.",
  }));
}
