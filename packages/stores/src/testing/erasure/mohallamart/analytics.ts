import { analyticsTrack } from "@org/events/mohallamart";
import { columnsOf } from "../columns.ts";
import type { Rows, RowsOwner } from "../rows.ts";
import { at, type ErasedPart, thing, visit, word } from "./part.ts";

/** What visitors did. */
export const erasedAnalytics: ErasedPart = {
  decisions: {
    ...columnsOf("mohallamart.analytics_events", "user_id properties", "anonymised"),
    ...columnsOf("mohallamart.analytics_events", "event_id event", thing),
    ...columnsOf("mohallamart.analytics_events", "session_id", visit),
    ...columnsOf("mohallamart.analytics_sessions", "user_id", "anonymised"),
    ...columnsOf("mohallamart.analytics_sessions", "session_id", visit),
    ...columnsOf("mohallamart.analytics_users", "user_id", "erased"),
    ...columnsOf("mohallamart.analytics_buckets", "bucket", word),
  },
  common: [["mohallamart.analytics_buckets", { bucket: "hour", start: at, ...nothingCounted() }]],
  rowsOf: visitsOf,
};

function nothingCounted() {
  const names =
    "page_views searches search_conversions carts_filled checkouts_started orders revenue_paise orders_cancelled cancelled_paise";
  return Object.fromEntries(names.split(" ").map((name) => [name, 0]));
}

function visitsOf({ userId, tag, words }: RowsOwner): Rows {
  const visit = { session_id: `visit_${tag}`, user_id: userId };
  const did = { filled_cart: false, started_checkout: false, ordered: false };
  const properties = { searched: words("search") };
  const searched = { event: "product.searched", at };
  const data = { sessionId: visit.session_id, properties: { query: words("search-on-its-way") } };
  const payload = { name: analyticsTrack.event, data, id: `track_${tag}`, v: "1" };
  return [
    ["mohallamart.analytics_events", { event_id: `e_${tag}`, ...searched, ...visit, properties }],
    [
      "mohallamart.analytics_events",
      {
        ...{ event_id: `e_before_${tag}`, ...searched, ...visit, user_id: null },
        properties: { searched: words("search-before-sign-in") },
      },
    ],
    ["platform.outbox", { id: payload.id, name: payload.name, payload, attempts: 0 }],
    ["mohallamart.analytics_sessions", { ...visit, first_at: at, last_at: at, ...did }],
    ["mohallamart.analytics_users", { user_id: userId, first_at: at, last_at: at, ...nothingCounted() }],
  ];
}
