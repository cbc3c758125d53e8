import { and, asc, count, desc, eq, gte, isNull, lt, or, sql } from "drizzle-orm";
import { type Database, onlyRow } from "../../database.ts";
import { communityEvents, posts, topics } from "../../schema/ten-ocean-community.ts";
import { digests } from "../../schema/ten-ocean-digests.ts";
import { announcementsOf } from "../community/announcements.postgres.ts";
import { communityEventFrom } from "../community/postgres.ts";
import type { DigestContent, DigestSpan, Digests } from "./port.ts";
import { readersIn, recipientsIn } from "./readers.postgres.ts";

type Period = DigestSpan["period"];

const oneDay = 24 * 3_600_000;
/** How far a digest looks ahead, in milliseconds. */
const outlook = { weekly: 14 * oneDay, daily: 2 * oneDay } as const;
/** More than a digest shows of them, since some are another floor's. */
const mostAnnouncements = 100;

export function digestsIn(database: Database): Digests {
  return {
    begin: (span) => begin(database, span),

    async last(period) {
      const [row] = await database
        .select()
        .from(digests)
        .where(eq(digests.period, period))
        .orderBy(desc(digests.until))
        .limit(1);
      return row && spanFrom(row);
    },

    async content({ period, since, until }) {
      const [from, to] = [new Date(since), new Date(until)];
      return {
        announcements: await announcementsOf(database, { from: since, to: until, limit: mostAnnouncements }),
        events: await eventsAround(database, { from, to, period }),
        topics: await busyTopics(database, from, to),
      };
    },

    recipients: (options) => recipientsIn(database, options),
    readers: (options) => readersIn(database, options),
  };
}

/** One at a time for each period: the next one begins where this one ends. */
async function begin(database: Database, { period, since, until }: DigestSpan) {
  return await database.transaction(async (transaction): Promise<DigestSpan | undefined> => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`digests ${period}`}, 3))`);
    const [last] = await transaction
      .select()
      .from(digests)
      .where(and(eq(digests.period, period), gte(digests.until, new Date(until))))
      .orderBy(asc(digests.until))
      .limit(1);
    if (last) return last.until.getTime() === Date.parse(until) ? spanFrom(last) : undefined;
    const [before] = await transaction
      .select()
      .from(digests)
      .where(eq(digests.period, period))
      .orderBy(desc(digests.until))
      .limit(1);
    const rows = await transaction
      .insert(digests)
      .values({ period, since: before?.until ?? new Date(since), until: new Date(until) })
      .returning();
    return spanFrom(onlyRow(rows));
  });
}

function spanFrom({ period, since, until }: typeof digests.$inferSelect): DigestSpan {
  return { period, since: since.toISOString(), until: until.toISOString() };
}

async function eventsAround(
  database: Database,
  { from, to, period }: { from: Date; to: Date; period: Period },
): Promise<DigestContent["events"]> {
  const { createdAt, startsAt, status } = communityEvents;
  const planned = and(gte(createdAt, from), lt(createdAt, to), gte(startsAt, to));
  const soon = and(gte(startsAt, to), lt(startsAt, new Date(to.getTime() + outlook[period])));
  const rows = await database
    .select()
    .from(communityEvents)
    .where(and(eq(status, "scheduled"), or(planned, soon)))
    .orderBy(asc(startsAt), asc(communityEvents.eventId));
  return rows.map(communityEventFrom);
}

function busyTopics(database: Database, from: Date, to: Date): Promise<DigestContent["topics"]> {
  return database
    .select({ topicId: topics.topicId, title: topics.title, posts: count() })
    .from(posts)
    .innerJoin(topics, eq(topics.topicId, posts.topicId))
    .where(and(gte(posts.createdAt, from), lt(posts.createdAt, to), isNull(posts.deletedAt)))
    .groupBy(topics.topicId)
    .orderBy(desc(count()), asc(topics.topicId))
    .limit(10);
}
