import { toRupees } from "@org/events/money";
import { asc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { analyticsEvents, analyticsSessions, analyticsUsers } from "../../schema/mohallamart-analytics.ts";
import type { Analytics, AnalyticsEvent, UserFeatures } from "../port.ts";
import { recordAnalytics } from "./analytics-record.ts";
import { bucketsOf, summaryOf } from "./analytics-report.ts";

export function analyticsIn(database: Database): Analytics {
  return {
    record: (events) => recordAnalytics(database, events),
    buckets: ({ bucket, ...span }) => bucketsOf(database, bucket, span),
    summary: (span) => summaryOf(database, span),

    async features({ after, limit }) {
      const visits = database.$count(analyticsSessions, eq(analyticsSessions.userId, analyticsUsers.userId));
      const rows = await database
        .select({ user: analyticsUsers, sessions: visits })
        .from(analyticsUsers)
        .where(after === undefined ? undefined : gt(analyticsUsers.userId, after))
        .orderBy(asc(analyticsUsers.userId))
        .limit(limit);
      return rows.map(({ user, sessions }) => featuresFrom(user, sessions));
    },

    async listBefore({ before, limit }) {
      const rows = await database
        .select()
        .from(analyticsEvents)
        .where(lt(analyticsEvents.at, new Date(before)))
        .orderBy(asc(analyticsEvents.at), asc(analyticsEvents.eventId))
        .limit(limit);
      return rows.map(eventFrom);
    },

    async remove(eventIds) {
      if (eventIds.length === 0) return 0;
      const archived = inArray(analyticsEvents.eventId, [...eventIds]);
      const { rowCount } = await database.delete(analyticsEvents).where(archived);
      return rowCount ?? 0;
    },
  };
}

function featuresFrom(row: typeof analyticsUsers.$inferSelect, sessions: number): UserFeatures {
  const { revenuePaise, checkoutsStarted: _, firstAt, lastAt, ...counts } = row;
  return {
    ...counts,
    revenue: toRupees(revenuePaise),
    sessions,
    firstSeenAt: firstAt.toISOString(),
    lastSeenAt: lastAt.toISOString(),
  };
}

function eventFrom({
  userId,
  sessionId,
  properties,
  at,
  ...row
}: typeof analyticsEvents.$inferSelect): AnalyticsEvent {
  return {
    ...row,
    userId: userId ?? undefined,
    sessionId: sessionId ?? undefined,
    properties: recorded(properties),
    at: at.toISOString(),
  };
}

/** The column holds what `record` wrote, and nothing else writes it. */
function recorded(properties: unknown): AnalyticsEvent["properties"] {
  return properties as AnalyticsEvent["properties"];
}
