import { storable } from "@org/events/text";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../../database.ts";
import {
  analyticsBuckets,
  analyticsEvents,
  analyticsSessions,
  analyticsUsers,
} from "../../schema/mohallamart-analytics.ts";
import type { AnalyticsEvent } from "../port.ts";
import { type Counts, countsOf, noCounts, visitOf } from "./counts.ts";

/** Whose hours and days are counted. */
export const timeZone = "Asia/Kolkata";

const eventsPerStatement = 1_000;

/** See `Analytics.record`. One statement a thousand events, which is its own transaction. */
export async function recordAnalytics(
  database: Database,
  events: readonly AnalyticsEvent[],
): Promise<number> {
  // One batch may name an event twice.
  const each = [...new Map(events.map((event) => [event.eventId, event])).values()];
  let recorded = 0;
  for (let from = 0; from < each.length; from += eventsPerStatement) {
    const { rowCount } = await database.execute(recording(each.slice(from, from + eventsPerStatement)));
    recorded += rowCount ?? 0;
  }
  return recorded;
}

/** Every insert takes its rows in the order of their keys, so that batches which meet in them cannot deadlock. */
function recording(events: readonly AnalyticsEvent[]): SQL {
  const { bucket, start } = analyticsBuckets;
  return sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(events.map(toInput))}::json) as event(
        event_id text, event text, user_id text, session_id text, properties text, at timestamptz,
        filled_cart boolean, started_checkout boolean, ordered boolean,
        ${list(counters(analyticsBuckets), ({ name }) => sql`${sql.identifier(name)} bigint`)}
      )
    ), recorded as (
      insert into ${analyticsEvents} (event_id, event, user_id, session_id, properties, at)
      select event_id, event, user_id, session_id, properties::json, at from given order by event_id
      on conflict do nothing
      returning event_id
    ), fresh as (
      select given.* from given join recorded using (event_id)
    ), buckets as (
      insert into ${analyticsBuckets} (bucket, start, ${names(analyticsBuckets)})
      select length.bucket, date_trunc(length.bucket, at, ${timeZone}), ${sums}
      from fresh, (values ('day'), ('hour')) as length(bucket)
      group by 1, 2 order by 1, 2
      on conflict (${sql.identifier(bucket.name)}, ${sql.identifier(start.name)}) do update set ${added(analyticsBuckets)}
    ), visits as (
      insert into ${analyticsSessions}
        (session_id, user_id, first_at, last_at, filled_cart, started_checkout, ordered)
      select session_id, min(user_id), min(at), max(at),
        bool_or(filled_cart), bool_or(started_checkout), bool_or(ordered)
      from fresh where session_id is not null
      group by 1 order by 1
      on conflict (session_id) do update set ${widened(analyticsSessions)},
        user_id = coalesce(${analyticsSessions.userId}, excluded.user_id),
        filled_cart = ${analyticsSessions.filledCart} or excluded.filled_cart,
        started_checkout = ${analyticsSessions.startedCheckout} or excluded.started_checkout,
        ordered = ${analyticsSessions.ordered} or excluded.ordered
    ), people as (
      insert into ${analyticsUsers} (user_id, first_at, last_at, ${names(analyticsUsers)})
      select user_id, min(at), max(at), ${sums}
      from fresh where user_id is not null
      group by 1 order by 1
      on conflict (user_id) do update set ${widened(analyticsUsers)}, ${added(analyticsUsers)}
    )
    select event_id from recorded`;
}

function toInput(event: AnalyticsEvent): Record<string, unknown> {
  const { filledCart, startedCheckout, ordered } = visitOf(event);
  const counts = countsOf(event);
  return {
    event_id: event.eventId,
    event: event.event,
    user_id: event.userId,
    session_id: event.sessionId && storable(event.sessionId),
    // As text of its own: the column takes any JSON, but what is taken apart here may hold no NUL.
    properties: JSON.stringify(event.properties),
    at: event.at,
    filled_cart: filledCart,
    started_checkout: startedCheckout,
    ordered,
    ...Object.fromEntries(counterNames.map((name) => [analyticsBuckets[name].name, counts[name]])),
  };
}

type Counted = typeof analyticsBuckets | typeof analyticsUsers;

const counterNames = keysOf(noCounts);

/** Guarantee: `counts` is written as a literal of its type, and has no other keys. */
function keysOf(counts: Counts): (keyof Counts)[] {
  return Object.keys(counts) as (keyof Counts)[];
}

function counters(table: Counted): PgColumn[] {
  return counterNames.map((name) => table[name]);
}

function list(columns: PgColumn[], each: (column: PgColumn) => SQL): SQL {
  return sql.join(columns.map(each), sql`, `);
}

function names(table: Counted): SQL {
  return list(counters(table), ({ name }) => sql`${sql.identifier(name)}`);
}

const sums = list(counters(analyticsBuckets), ({ name }) => sql`sum(${sql.identifier(name)})`);

function added(table: Counted): SQL {
  return list(counters(table), (column) => {
    const name = sql.identifier(column.name);
    return sql`${name} = ${column} + excluded.${name}`;
  });
}

function widened(table: typeof analyticsUsers | typeof analyticsSessions): SQL {
  return sql`first_at = least(${table.firstAt}, excluded.first_at), last_at = greatest(${table.lastAt}, excluded.last_at)`;
}
