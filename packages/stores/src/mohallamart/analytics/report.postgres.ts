import { and, asc, count, countDistinct, desc, eq, gte, lt, ne, sql } from "drizzle-orm";
import { type Database, onlyRow } from "../../database.ts";
import { orders } from "../../schema/mohallamart.ts";
import { analyticsBuckets, analyticsEvents, analyticsSessions } from "../../schema/mohallamart-analytics.ts";
import type { AnalyticsBucket, AnalyticsSummary, Bucket, EmptySearch, Span } from "../port.ts";
import { type Counts, inRupees, noCounts } from "./counts.ts";
import { leastVisits, mostEmptySearches } from "./empty-searches.ts";
import { timeZone } from "./record.postgres.ts";
import { summaryFrom, sumOf } from "./summary.ts";

type BucketRow = typeof analyticsBuckets.$inferSelect;

export async function bucketsOf(database: Database, bucket: Bucket, span: Span): Promise<AnalyticsBucket[]> {
  const rows = await bucketRows(database, bucket, span);
  const visits = new Map((await visitsPer(database, bucket, span)).map((row) => [row.start.getTime(), row]));
  const starts = new Set([...rows.map(({ start }) => start.getTime()), ...visits.keys()]);
  const counts = new Map(rows.map(({ bucket: _, start, ...row }) => [start.getTime(), row]));
  return [...starts]
    .toSorted((a, b) => a - b)
    .map((start) => {
      const { sessions = 0, seconds = 0 } = visits.get(start) ?? {};
      return {
        start: new Date(start).toISOString(),
        ...inRupees(counts.get(start) ?? noCounts),
        sessions,
        sessionSeconds: seconds,
      };
    });
}

export async function summaryOf(database: Database, span: Span): Promise<AnalyticsSummary> {
  return summaryFrom({
    total: await totalOf(database, span),
    visits: await visitsIn(database, span),
    buyers: await buyersIn(database, span),
  });
}

export function emptySearchesIn(database: Database, { from, to }: Span): Promise<EmptySearch[]> {
  const { event, at, properties, sessionId } = analyticsEvents;
  const query = sql<string>`lower(${properties} ->> 'query') collate "C"`;
  const visits = countDistinct(sessionId);
  return database
    .select({ query, searches: count(), visits })
    .from(analyticsEvents)
    .where(
      and(
        eq(event, "search.performed"),
        gte(at, new Date(from)),
        lt(at, new Date(to)),
        sql`${properties} ->> 'resultsCount' = '0' and ${properties} ->> 'query' is not null and ${sessionId} is not null`,
      ),
    )
    .groupBy(sql`1`)
    .having(gte(visits, leastVisits))
    .orderBy(desc(visits), sql`1`)
    .limit(mostEmptySearches);
}

async function totalOf(database: Database, span: Span): Promise<Counts> {
  const rows = await bucketRows(database, "hour", span);
  return rows.map(({ bucket: _, start: __, ...counts }) => counts).reduce(sumOf, noCounts);
}

function bucketRows(database: Database, bucket: Bucket, { from, to }: Span): Promise<BucketRow[]> {
  return database
    .select()
    .from(analyticsBuckets)
    .where(
      and(
        eq(analyticsBuckets.bucket, bucket),
        gte(analyticsBuckets.start, new Date(from)),
        lt(analyticsBuckets.start, new Date(to)),
      ),
    )
    .orderBy(asc(analyticsBuckets.start));
}

const seconds = sql<number>`coalesce(sum(extract(epoch from ${analyticsSessions.lastAt} - ${analyticsSessions.firstAt})), 0)::float8`;

function visitsPer(database: Database, bucket: Bucket, span: Span) {
  const start =
    sql<Date>`date_trunc(${sql.raw(`'${bucket}'`)}, ${analyticsSessions.firstAt}, ${sql.raw(`'${timeZone}'`)})`.mapWith(
      analyticsSessions.firstAt,
    );
  return database
    .select({ start, sessions: count(), seconds })
    .from(analyticsSessions)
    .where(startedIn(span))
    .groupBy(sql`1`);
}

async function visitsIn(database: Database, span: Span) {
  const { filledCart, startedCheckout, ordered } = analyticsSessions;
  const rows = await database
    .select({
      visits: count(),
      seconds,
      filledCart: sql<number>`count(*) filter (where ${filledCart})::int`,
      startedCheckout: sql<number>`count(*) filter (where ${startedCheckout})::int`,
      ordered: sql<number>`count(*) filter (where ${ordered})::int`,
      abandoned: sql<number>`count(*) filter (where ${filledCart} and not ${ordered})::int`,
    })
    .from(analyticsSessions)
    .where(startedIn(span));
  return onlyRow(rows);
}

function startedIn({ from, to }: Span) {
  return and(gte(analyticsSessions.firstAt, new Date(from)), lt(analyticsSessions.firstAt, new Date(to)));
}

async function buyersIn(database: Database, { from, to }: Span) {
  const placed = and(gte(orders.placedAt, new Date(from)), lt(orders.placedAt, new Date(to)));
  const rows = await database
    .select({ orders: count(), customers: countDistinct(orders.userId) })
    .from(orders)
    .where(and(placed, ne(orders.status, "cancelled")));
  return onlyRow(rows);
}
