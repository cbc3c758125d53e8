import { bigint, boolean, index, integer, json, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Bucket } from "../mohallamart/port.ts";
import { mohallamart } from "./mohallamart.ts";

const counted = (name: string) => integer(name).notNull().default(0);

/** What is counted per hour, per day and per user alike. */
const counts = () => ({
  pageViews: counted("page_views"),
  searches: counted("searches"),
  searchConversions: counted("search_conversions"),
  cartsFilled: counted("carts_filled"),
  checkoutsStarted: counted("checkouts_started"),
  orders: counted("orders"),
  revenuePaise: bigint("revenue_paise", { mode: "number" }).notNull().default(0),
  ordersCancelled: counted("orders_cancelled"),
  cancelledPaise: bigint("cancelled_paise", { mode: "number" }).notNull().default(0),
});

export const analyticsEvents = mohallamart.table(
  "analytics_events",
  {
    eventId: text("event_id").primaryKey(),
    event: text().notNull(),
    userId: text("user_id"),
    sessionId: text("session_id"),
    properties: json().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index("analytics_events_by_time").on(table.at, table.eventId),
    index("analytics_events_by_user").on(table.userId),
  ],
);

export const analyticsBuckets = mohallamart.table(
  "analytics_buckets",
  {
    bucket: text().$type<Bucket>().notNull(),
    start: timestamp({ withTimezone: true }).notNull(),
    ...counts(),
  },
  (table) => [primaryKey({ columns: [table.bucket, table.start] })],
);

/** One visit. */
export const analyticsSessions = mohallamart.table(
  "analytics_sessions",
  {
    sessionId: text("session_id").primaryKey(),
    userId: text("user_id"),
    firstAt: timestamp("first_at", { withTimezone: true }).notNull(),
    lastAt: timestamp("last_at", { withTimezone: true }).notNull(),
    filledCart: boolean("filled_cart").notNull(),
    startedCheckout: boolean("started_checkout").notNull().default(false),
    ordered: boolean().notNull(),
  },
  (table) => [
    index("analytics_sessions_by_time").on(table.firstAt),
    index("analytics_sessions_by_user").on(table.userId),
  ],
);

export const analyticsUsers = mohallamart.table("analytics_users", {
  userId: text("user_id").primaryKey(),
  ...counts(),
  firstAt: timestamp("first_at", { withTimezone: true }).notNull(),
  lastAt: timestamp("last_at", { withTimezone: true }).notNull(),
});
