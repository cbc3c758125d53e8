import { asc, eq, gt } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { analyticsSessions, analyticsUsers } from "../../schema/mohallamart-analytics.ts";
import type { Analytics, UserFeatures } from "../port.ts";
import { inRupees } from "./counts.ts";
import { recordAnalytics } from "./record.postgres.ts";
import { bucketsOf, emptySearchesIn, summaryOf } from "./report.postgres.ts";

export function analyticsIn(database: Database): Analytics {
  return {
    record: (events) => recordAnalytics(database, events),
    buckets: ({ bucket, ...span }) => bucketsOf(database, bucket, span),
    summary: (span) => summaryOf(database, span),
    emptySearches: (span) => emptySearchesIn(database, span),

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
  };
}

function featuresFrom(row: typeof analyticsUsers.$inferSelect, sessions: number): UserFeatures {
  const { userId, firstAt, lastAt, ...counts } = row;
  return {
    userId,
    ...inRupees(counts),
    sessions,
    firstSeenAt: firstAt.toISOString(),
    lastSeenAt: lastAt.toISOString(),
  };
}
