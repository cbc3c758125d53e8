import { sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import {
  analyticsBuckets,
  analyticsEvents,
  analyticsSessions,
  analyticsUsers,
} from "../../schema/mohallamart-analytics.ts";
import type { AnalyticsEvent, Bucket } from "../port.ts";
import { type Counts, countsOf, isPurchase, noCounts, sumOf } from "./analytics-counts.ts";

/** See `Analytics.record`. Four statements a thousand events; rows are written in one order, so batches cannot deadlock. */
export async function recordAnalytics(
  database: Database,
  events: readonly AnalyticsEvent[],
): Promise<number> {
  const sorted = events.toSorted(byText(({ eventId }) => eventId));
  let recorded = 0;
  for (let from = 0; from < sorted.length; from += 1000) {
    const batch = sorted.slice(from, from + 1000);
    recorded += await database.transaction((transaction) => recordBatch(transaction, batch));
  }
  return recorded;
}

async function recordBatch(transaction: Queryable, batch: AnalyticsEvent[]): Promise<number> {
  const inserted = await transaction
    .insert(analyticsEvents)
    .values(batch.map((event) => ({ ...event, at: new Date(event.at) })))
    .onConflictDoNothing()
    .returning({ eventId: analyticsEvents.eventId });
  const isNew = new Set(inserted.map(({ eventId }) => eventId));
  // One batch may name an event twice; its row is inserted once, and so it is counted once.
  const fresh = batch.filter(({ eventId }) => isNew.delete(eventId));
  if (fresh.length === 0) return 0;
  await addToBuckets(transaction, fresh);
  await addToSessions(transaction, fresh);
  await addToUsers(transaction, fresh);
  return fresh.length;
}

const hour = 3_600_000;
const lengths: Record<Bucket, number> = { hour, day: 24 * hour };

async function addToBuckets(transaction: Queryable, events: AnalyticsEvent[]): Promise<void> {
  const entries = events.flatMap((event) => {
    const at = Date.parse(event.at);
    return (["hour", "day"] as const).map((bucket) => {
      const start = new Date(at - (at % lengths[bucket]));
      return { key: `${bucket} ${start.toISOString()}`, bucket, start, counts: countsOf(event) };
    });
  });
  const rows = grouped(entries).map(([{ bucket, start }, counts]) => ({ bucket, start, ...counts }));
  await transaction
    .insert(analyticsBuckets)
    .values(rows)
    .onConflictDoUpdate({
      target: [analyticsBuckets.bucket, analyticsBuckets.start],
      set: addedCounts(analyticsBuckets),
    });
}

async function addToUsers(transaction: Queryable, events: AnalyticsEvent[]): Promise<void> {
  const entries = events.flatMap((event) =>
    event.userId === undefined
      ? []
      : [{ key: event.userId, at: new Date(event.at), counts: countsOf(event) }],
  );
  if (entries.length === 0) return;
  const rows = grouped(entries).map(([{ key }, counts, all]) => {
    const times = all.map(({ at }) => at.getTime());
    return {
      userId: key,
      ...counts,
      firstAt: new Date(Math.min(...times)),
      lastAt: new Date(Math.max(...times)),
    };
  });
  await transaction
    .insert(analyticsUsers)
    .values(rows)
    .onConflictDoUpdate({
      target: analyticsUsers.userId,
      set: { ...addedCounts(analyticsUsers), ...widened(analyticsUsers) },
    });
}

async function addToSessions(transaction: Queryable, events: AnalyticsEvent[]): Promise<void> {
  const entries = events.flatMap((event) =>
    event.sessionId === undefined ? [] : [{ key: event.sessionId, event, counts: countsOf(event) }],
  );
  if (entries.length === 0) return;
  const rows = grouped(entries).map(([{ key }, counts, all]) => {
    const times = all.map(({ event }) => Date.parse(event.at));
    return {
      sessionId: key,
      userId: all.find(({ event }) => event.userId !== undefined)?.event.userId,
      firstAt: new Date(Math.min(...times)),
      lastAt: new Date(Math.max(...times)),
      filledCart: counts.cartsFilled > 0,
      ordered: all.some(({ event }) => isPurchase(event)),
    };
  });
  await transaction
    .insert(analyticsSessions)
    .values(rows)
    .onConflictDoUpdate({
      target: analyticsSessions.sessionId,
      set: {
        ...widened(analyticsSessions),
        userId: sql`coalesce(${analyticsSessions.userId}, excluded.user_id)`,
        filledCart: sql`${analyticsSessions.filledCart} or excluded.filled_cart`,
        ordered: sql`${analyticsSessions.ordered} or excluded.ordered`,
      },
    });
}

type Entry = { key: string; counts: Counts };

/** Per key, in the keys' order: its first entry, the sum of its counts, and all its entries. */
function grouped<Each extends Entry>(entries: Each[]): [Each, Counts, Each[]][] {
  const groups = new Map<string, Each[]>();
  for (const entry of entries) {
    const group = groups.get(entry.key);
    if (group) group.push(entry);
    else groups.set(entry.key, [entry]);
  }
  return [...groups.values()]
    .map((all): [Each, Counts, Each[]] => [
      firstOf(all),
      all.map(({ counts }) => counts).reduce(sumOf, noCounts),
      all,
    ])
    .toSorted(byText(([{ key }]) => key));
}

/** A group has at least the entry it was made for. */
function firstOf<Each>(all: Each[]): Each {
  return all[0] as Each;
}

function byText<Item>(text: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => (text(a) < text(b) ? -1 : Number(text(a) > text(b)));
}

function addedCounts(table: typeof analyticsBuckets | typeof analyticsUsers) {
  return {
    pageViews: sql`${table.pageViews} + excluded.page_views`,
    searches: sql`${table.searches} + excluded.searches`,
    searchConversions: sql`${table.searchConversions} + excluded.search_conversions`,
    cartsFilled: sql`${table.cartsFilled} + excluded.carts_filled`,
    checkoutsStarted: sql`${table.checkoutsStarted} + excluded.checkouts_started`,
    orders: sql`${table.orders} + excluded.orders`,
    revenuePaise: sql`${table.revenuePaise} + excluded.revenue_paise`,
  };
}

function widened(table: typeof analyticsUsers | typeof analyticsSessions) {
  return {
    firstAt: sql`least(${table.firstAt}, excluded.first_at)`,
    lastAt: sql`greatest(${table.lastAt}, excluded.last_at)`,
  };
}
