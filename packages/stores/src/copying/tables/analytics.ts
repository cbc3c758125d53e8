import {
  analyticsBuckets,
  analyticsEvents,
  analyticsSessions,
  analyticsUsers,
} from "../../schema/mohallamart-analytics.ts";
import { copied } from "../copied-table.ts";
import { derived, group, same, time } from "../fields.ts";

const counts = group({
  pageViews: same("page_views"),
  searches: same("searches"),
  searchConversions: same("search_conversions"),
  cartsFilled: same("carts_filled"),
  checkoutsStarted: same("checkouts_started"),
  orders: same("orders"),
  revenuePaise: same("revenue_paise"),
  ordersCancelled: same("orders_cancelled"),
  cancelledPaise: same("cancelled_paise"),
});

const wholeMilliseconds = (column: string) => `floor(extract(epoch from s.${column}) * 1000)`;

/** Of the visits that began in the bucket: reports in Convex read sums, which are kept with each change. */
const visits = `(select json_build_object(
    'visits', count(*),
    'milliseconds', coalesce(sum(${wholeMilliseconds("last_at")} - ${wholeMilliseconds("first_at")}), 0),
    'filledCart', count(*) filter (where s.filled_cart),
    'startedCheckout', count(*) filter (where s.started_checkout),
    'ordered', count(*) filter (where s.ordered),
    'abandoned', count(*) filter (where s.filled_cart and not s.ordered))::text
  from mohallamart.analytics_sessions s
  where s.first_at >= t.start and s.first_at < t.start + ('1 ' || t.bucket)::interval)`;

export const analyticsTables = [
  copied({
    name: "analyticsEvents",
    table: analyticsEvents,
    fields: {
      eventId: same("event_id"),
      event: same("event"),
      userId: same("user_id"),
      sessionId: same("session_id"),
      properties: same("properties"),
      at: time("at"),
    },
  }),
  copied({
    name: "analyticsBuckets",
    table: analyticsBuckets,
    also: { visits },
    fields: {
      bucket: same("bucket"),
      start: time("start"),
      counts,
      visits: derived((row) => JSON.parse(String(row.visits))),
    },
  }),
  copied({
    name: "analyticsSessions",
    table: analyticsSessions,
    fields: {
      sessionId: same("session_id"),
      userId: same("user_id"),
      firstAt: time("first_at"),
      lastAt: time("last_at"),
      filledCart: same("filled_cart"),
      startedCheckout: same("started_checkout"),
      ordered: same("ordered"),
    },
  }),
  copied({
    name: "analyticsUsers",
    table: analyticsUsers,
    also: {
      sessions: "(select count(*)::float8 from mohallamart.analytics_sessions s where s.user_id = t.user_id)",
    },
    fields: {
      userId: same("user_id"),
      counts,
      sessions: derived((row) => Number(row.sessions)),
      firstAt: time("first_at"),
      lastAt: time("last_at"),
    },
  }),
];
