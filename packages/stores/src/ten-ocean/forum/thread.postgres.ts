import { and, asc, desc, eq, gt, gte, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../../database.ts";
import { posts } from "../../schema/ten-ocean-community.ts";
import { topicChoices, topicReadings } from "../../schema/ten-ocean-forum.ts";
import type { Forum, Thread, ThreadPost } from "../port.ts";
import { excerptOf, readableText } from "./post-text.ts";
import { findTopicRow, namesOf, type PostRow, postFrom, topicFrom } from "./rows.postgres.ts";

type ThreadOptions = Parameters<Forum["thread"]>[0];
type Page = Pick<ThreadOptions, "topicId" | "from" | "after" | "before"> & { limit: number };

export async function threadOf(
  database: Database,
  { limit = 30, ...options }: ThreadOptions,
): Promise<Thread | undefined> {
  const { topicId, reader } = options;
  const topic = await findTopicRow(database, topicId);
  if (!topic) return undefined;
  const [rows, facts] = await Promise.all([
    pageOf(database, { ...options, limit }),
    factsOf(database, topicId, reader),
  ]);
  const shown = rows.flatMap(({ post, answered }) => (answered ? [post, answered] : [post]));
  const people = shown.flatMap(({ userId, mentions }) => [userId, ...mentions]);
  const names = await namesOf(database, [topic.userId, ...people]);
  const { seen, first, last, isWriter, choice, ...rest } = facts;
  return {
    ...rest,
    topic: topicFrom(topic),
    posts: rows.map(({ post, answered }) => ({
      ...postFrom(post),
      answers: answered ? answerTo(answered, names) : undefined,
      unread: post.position > seen && post.userId !== reader,
    })),
    hasEarlier: (rows[0]?.post.position ?? first) > first,
    hasLater: (rows.at(-1)?.post.position ?? last) < last,
    choice: choice ?? (isWriter || topic.userId === reader ? "following" : undefined),
    names,
  };
}

function answerTo({ postId, userId, body }: PostRow, names: Thread["names"]): ThreadPost["answers"] {
  return { postId, userId, excerpt: excerptOf(readableText(body, names), 100) };
}

const answeredPosts = alias(posts, "answered");

async function pageOf(
  database: Database,
  page: Page,
): Promise<{ post: PostRow; answered: PostRow | null }[]> {
  const { condition, backwards } = spanOf(page);
  const rows = await database
    .select({ post: posts, answered: answeredPosts })
    .from(posts)
    .leftJoin(answeredPosts, eq(answeredPosts.postId, posts.replyTo))
    .where(and(eq(posts.topicId, page.topicId), condition))
    .orderBy(backwards ? desc(posts.position) : asc(posts.position))
    .limit(page.limit);
  return backwards ? rows.toReversed() : rows;
}

/** A post that is not in the topic is like none: the page begins with the first post. */
function spanOf({ topicId, from, after, before, limit }: Page): { condition?: SQL; backwards?: boolean } {
  const at = (postId: string, otherwise: number) =>
    sql`coalesce((select position from ${posts} p where p.post_id = ${postId} and p.topic_id = ${topicId}), ${otherwise})`;
  if (before !== undefined) {
    return { condition: lt(posts.position, at(before, Number.MAX_SAFE_INTEGER)), backwards: true };
  }
  if (after !== undefined) return { condition: gt(posts.position, at(after, 0)) };
  if (from === undefined) return {};
  // A few earlier posts say what it is about.
  const earlier = Math.min(5, Math.floor(limit / 4));
  const start = sql`(select coalesce(min(position), 0) from (
    select position from ${posts} p where p.topic_id = ${topicId} and p.position <= ${at(from, 0)}
    order by position desc limit ${earlier + 1}) nearby)`;
  return { condition: gte(posts.position, start) };
}

interface Facts extends Pick<Thread, "count" | "firstUnread" | "choice"> {
  /** Up to where the reader has read. */
  seen: number;
  first: number;
  last: number;
  isWriter: boolean;
}

async function factsOf(database: Database, topicId: string, reader: string): Promise<Facts> {
  const { rows } = await database.execute<{
    count: number;
    first: string | null;
    last: string | null;
    isWriter: boolean | null;
    seen: string;
    firstUnread: string | null;
    choice: "following" | "muted" | null;
  }>(sql`
    with seen as (select coalesce((select position from ${topicReadings}
      where topic_id = ${topicId} and user_id = ${reader}), 0) as position)
    select count(*)::int as count, min(p.position) as first, max(p.position) as last,
      bool_or(p.user_id = ${reader}) as "isWriter", (select position from seen) as seen,
      (select u.post_id from ${posts} u where u.topic_id = ${topicId} and u.user_id <> ${reader}
        and u.position > (select position from seen) order by u.position limit 1) as "firstUnread",
      (select choice from ${topicChoices} where topic_id = ${topicId} and user_id = ${reader}) as choice
    from ${posts} p where p.topic_id = ${topicId}`);
  const [row] = rows;
  return {
    count: row?.count ?? 0,
    seen: Number(row?.seen ?? 0),
    first: Number(row?.first ?? 0),
    last: Number(row?.last ?? 0),
    isWriter: row?.isWriter ?? false,
    firstUnread: row?.firstUnread ?? undefined,
    choice: row?.choice ?? undefined,
  };
}

export async function markRead(
  database: Database,
  { topicId, userId, upTo }: { topicId: string; userId: string; upTo: string },
): Promise<void> {
  const { position } = topicReadings;
  await database.execute(sql`
    insert into ${topicReadings} (topic_id, user_id, position)
    select p.topic_id, r.user_id, p.position from ${posts} p, ten_ocean.residents r
    where p.post_id = ${upTo} and p.topic_id = ${topicId} and r.user_id = ${userId}
    on conflict (topic_id, user_id) do update
    set position = greatest(${position}, excluded.position)`);
}
