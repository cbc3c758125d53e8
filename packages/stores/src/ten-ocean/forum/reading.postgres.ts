import { and, asc, desc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { posts, topics } from "../../schema/ten-ocean-community.ts";
import { topicChoices, topicReadings } from "../../schema/ten-ocean-forum.ts";
import type { Forum, PostPreview, TopicSummary } from "../port.ts";
import { followersOf } from "./followers.postgres.ts";
import { excerptOf, readableText } from "./post-text.ts";
import { findPostRow, findTopicRow, fullName, namesOf, postFrom, topicFrom } from "./rows.postgres.ts";
import { threadOf } from "./thread.postgres.ts";

type Reading = Pick<Forum, "topics" | "posts" | "findPost" | "thread" | "preview" | "pulse" | "followers">;

export function forumReadingIn(database: Database): Reading {
  return {
    topics: (options) => topicSummaries(database, options),

    async posts({ topicId, after, limit = 100 }) {
      const behind =
        after === undefined
          ? undefined
          : gt(posts.position, sql`(select position from ${posts} earlier where post_id = ${after})`);
      const rows = await database
        .select()
        .from(posts)
        .where(and(eq(posts.topicId, topicId), behind))
        .orderBy(asc(posts.position))
        .limit(limit);
      return rows.map(postFrom);
    },

    async findPost(postId) {
      const row = await findPostRow(database, postId);
      return row && postFrom(row);
    },

    thread: (options) => threadOf(database, options),
    preview: (postId) => preview(database, postId),

    async pulse(topicId) {
      const { rows } = await database.execute<{ pulse: string }>(sql`
        select concat_ws('.', t.title, count(p.*), max(p.position), max(p.edited_at), max(p.deleted_at)) as pulse
        from ${topics} t left join ${posts} p on p.topic_id = t.topic_id
        where t.topic_id = ${topicId} group by t.topic_id`);
      return rows[0]?.pulse;
    },

    followers: (topicId) => followersOf(database, topicId),
  };
}

/** In microseconds, which Postgres keeps and a date does not. */
const activity = sql<string>`(extract(epoch from ${topics.lastPostAt}) * 1000000)::bigint`;

async function topicSummaries(
  database: Database,
  { reader = "", before, limit = 50 }: { reader?: string; before?: string; limit?: number } = {},
): Promise<TopicSummary[]> {
  const inTopic = sql`from ${posts} p where p.topic_id = ${topics.topicId} and p.deleted_at is null`;
  const seen = sql`coalesce((select position from ${topicReadings} r
    where r.topic_id = ${topics.topicId} and r.user_id = ${reader}), 0)`;
  const rows = await database
    .select({
      topic: topics,
      author: sql<string>`coalesce(${fullName}, '')`,
      activity,
      posts: sql<number>`(select count(*)::int ${inTopic})`,
      unread: sql<number>`(select count(*)::int ${inTopic} and p.user_id <> ${reader} and p.position > ${seen})`,
      muted: sql<boolean>`exists (select from ${topicChoices} c where c.topic_id = ${topics.topicId}
        and c.user_id = ${reader} and c.choice = 'muted')`,
    })
    .from(topics)
    .leftJoin(residents, eq(residents.userId, topics.userId))
    .where(behind(before))
    .orderBy(desc(topics.lastPostAt), desc(topics.topicId))
    .limit(limit);
  return rows.map(({ topic, activity: at, ...row }) => ({
    ...topicFrom(topic),
    ...row,
    lastPostAt: topic.lastPostAt.toISOString(),
    cursor: `${at}.${topic.topicId}`,
  }));
}

/** Undefined for a cursor that is none: the list begins at its beginning. */
function behind(cursor: string | undefined): SQL | undefined {
  const [, at, topicId] = /^(\d{1,18})\.(topic_[A-Za-z0-9]{1,64})$/.exec(cursor ?? "") ?? [];
  if (at === undefined || topicId === undefined) return undefined;
  return sql`(${activity}, ${topics.topicId}) < (${at}::bigint, ${topicId})`;
}

async function preview(database: Database, postId: string): Promise<PostPreview | undefined> {
  const post = await findPostRow(database, postId);
  const topic = post && (await findTopicRow(database, post.topicId));
  if (!topic) return undefined;
  const { topicId, userId, body, mentions, deletedAt } = post;
  const names = await namesOf(database, [userId, ...mentions]);
  return {
    postId,
    topicId,
    topic: topic.title,
    userId,
    author: names[userId] ?? "",
    excerpt: excerptOf(readableText(body, names)),
    mentions,
    deleted: deletedAt !== null,
  };
}
