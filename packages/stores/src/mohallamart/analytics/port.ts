/** What a visitor did. */
export interface AnalyticsEvent {
  /** The id of the `analytics.track` event; counted once. */
  eventId: string;
  /**
   * Counted are `page.viewed`, `search.performed`, `search.converted`, `cart.added`, `checkout.started`, `order.placed`
   * and `order.cancelled`; `checkout.completed` marks a visit as one that ended in an order.
   */
  event: string;
  userId?: string;
  /** The visit, for its length and the funnel. */
  sessionId?: string;
  /** JSON values; of these the `revenue` (rupees) of `order.placed` and of `order.cancelled` is added up. */
  properties: Record<string, unknown>;
  /** ISO 8601, UTC. */
  at: string;
}

export type Bucket = "hour" | "day";

/**
 * One hour's or day's counts, both of India's time (UTC+5:30): a day begins at 18:30 UTC. Visits are counted where they
 * began. A cancellation is counted when it happens and never changes the time in which the order was placed.
 */
export interface AnalyticsBucket {
  start: string;
  pageViews: number;
  searches: number;
  searchConversions: number;
  cartsFilled: number;
  checkoutsStarted: number;
  /** Placed, also those that were cancelled later. */
  orders: number;
  /** Rupees, of the orders placed. */
  revenue: number;
  ordersCancelled: number;
  /** Rupees, of the orders cancelled. */
  revenueCancelled: number;
  sessions: number;
  /** Seconds from the first to the last event of these visits, added up. */
  sessionSeconds: number;
}

/** Derived from a span of buckets; a ratio is 0 when there is nothing to divide by. */
export interface AnalyticsSummary extends Omit<AnalyticsBucket, "start"> {
  /** Rupees: the revenue of the orders placed less that of the orders cancelled; negative when more was cancelled. */
  netRevenue: number;
  /** How many visits came how far on the way to an order. */
  funnel: { visits: number; filledCart: number; startedCheckout: number; ordered: number };
  /** Search conversions per search. */
  searchConversionRate: number;
  /** Seconds. */
  averageSessionDuration: number;
  /** The share of visits that filled a cart and did not order. */
  cartAbandonment: number;
  /** Rupees of an order as it was placed. */
  averageOrderValue: number;
  /** Orders per customer who ordered, without cancelled ones. */
  orderFrequency: number;
}

/** Words that were searched for and found nothing in any shop. */
export interface EmptySearch {
  /** In small letters. */
  query: string;
  searches: number;
  /** In which somebody searched for it; never fewer than `leastVisits`. */
  visits: number;
}

/** What a model learns from, one row per user. */
export interface UserFeatures {
  userId: string;
  pageViews: number;
  searches: number;
  searchConversions: number;
  cartsFilled: number;
  checkoutsStarted: number;
  orders: number;
  /** Rupees, of the orders placed. */
  revenue: number;
  ordersCancelled: number;
  /** Rupees, of the orders cancelled. */
  revenueCancelled: number;
  sessions: number;
  firstSeenAt: string;
  lastSeenAt: string;
}

/** A span of time, the end excluded; ISO 8601, UTC. */
export interface Span {
  from: string;
  to: string;
}

export interface Analytics {
  /** Writes a batch and adds the events that are new to the hour's and day's counts. @returns how many were new. */
  record(events: readonly AnalyticsEvent[]): Promise<number>;
  /** The buckets that start within the span, oldest first; empty ones are left out. */
  buckets(span: Span & { bucket: Bucket }): Promise<AnalyticsBucket[]>;
  summary(span: Span): Promise<AnalyticsSummary>;
  /**
   * What several visits missed, most visits first, at most 50: of `search.performed` with a `resultsCount` of 0. What one
   * visitor typed may be about themselves, so that what was typed in fewer than three visits is told to nobody.
   */
  emptySearches(span: Span): Promise<EmptySearch[]>;
  /** By user id, from behind `after`. */
  features(options: { after?: string; limit: number }): Promise<UserFeatures[]>;
}
