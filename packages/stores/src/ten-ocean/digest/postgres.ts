import { and, asc, count, desc, eq, gt, gte, isNull, lt, or } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { communityEvents, posts, topics } from "../../schema/ten-ocean-community.ts";
import { preferences } from "../../schema/ten-ocean-notifications.ts";
import { publishedIn } from "../community/announcements.postgres.ts";
import { communityEventFrom } from "../community/postgres.ts";
import type { DigestContent, Digests } from "./port.ts";

const fortnight = 14 * 24 * 3_600_000;

export function digestsIn(database: Database): Digests {
  return {
    async content({ since, until }) {
      const [from, to] = [new Date(since), new Date(until)];
      return {
        announcements: await publishedIn(database, from, to),
        events: await eventsAround(database, from, to),
        topics: await busyTopics(database, from, to),
      };
    },

    async recipients({ period, after, limit = 500 }) {
      const chose = eq(preferences.digest, period);
      const wanted = period === "weekly" ? or(chose, isNull(preferences.userId)) : chose;
      const behind = after === undefined ? undefined : gt(residents.userId, after);
      const rows = await database
        .select({ userId: residents.userId })
        .from(residents)
        .leftJoin(preferences, eq(preferences.userId, residents.userId))
        .where(and(eq(residents.standing, "resident"), wanted, behind))
        .orderBy(asc(residents.userId))
        .limit(limit);
      return rows.map(({ userId }) => userId);
    },
  };
}

async function eventsAround(database: Database, from: Date, to: Date): Promise<DigestContent["events"]> {
  const { createdAt, startsAt, status } = communityEvents;
  const planned = and(gte(createdAt, from), lt(createdAt, to), gte(startsAt, to));
  const soon = and(gte(startsAt, to), lt(startsAt, new Date(to.getTime() + fortnight)));
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
