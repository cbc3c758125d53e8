import { and, asc, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { posts, topics } from "../../schema/ten-ocean-community.ts";
import type { Forum, NewPost, Post, Topic } from "../port.ts";
import { requireResident } from "../verification/residents.postgres.ts";
import { UnknownPostError, UnknownTopicError } from "./errors.ts";

type PostRow = typeof posts.$inferSelect;

export function forumIn(database: Database): Forum {
  return {
    async openTopic(topic, events) {
      return await database.transaction(async (transaction) => {
        await requireResident(transaction, topic.userId);
        const [row] = await transaction.insert(topics).values(topic).onConflictDoNothing().returning();
        if (!row) return false;
        await appendEvents(transaction, eventsFor(events, topicFrom(row)));
        return true;
      });
    },

    async topic(topicId) {
      const [row] = await database.select().from(topics).where(eq(topics.topicId, topicId));
      return row && topicFrom(row);
    },

    async topics({ limit = 50 } = {}) {
      const rows = await database
        .select()
        .from(topics)
        .orderBy(desc(topics.lastPostAt), desc(topics.topicId))
        .limit(limit);
      return rows.map(topicFrom);
    },

    async post(post, events) {
      return await database.transaction(async (transaction) => {
        await requireResident(transaction, post.userId);
        await lockTopic(transaction, post.topicId);
        const first = await findPost(transaction, post.postId);
        if (first) return first;
        const written = await write(transaction, post);
        await appendEvents(transaction, eventsFor(events, written));
        return written;
      });
    },

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

    findPost: (postId) => findPost(database, postId),

    async followers(topicId) {
      const { rows } = await database.execute<{ userId: string }>(sql`
        select user_id as "userId" from ${topics} where topic_id = ${topicId}
        union select user_id from ${posts} where topic_id = ${topicId} order by 1`);
      return rows.map(({ userId }) => userId);
    },
  };
}

/** Posts of one topic are written one after another, which is the order readers see. @throws UnknownTopicError */
async function lockTopic(transaction: Queryable, topicId: string): Promise<void> {
  const locked = await transaction
    .select()
    .from(topics)
    .where(eq(topics.topicId, topicId))
    .for("no key update");
  if (locked.length === 0) throw new UnknownTopicError(topicId);
}

async function write(transaction: Queryable, post: NewPost): Promise<Post> {
  const { topicId, replyTo, userId, mentions } = post;
  if (replyTo !== undefined && (await findPost(transaction, replyTo))?.topicId !== topicId) {
    throw new UnknownPostError(replyTo, topicId);
  }
  const known = await transaction
    .select({ userId: residents.userId })
    .from(residents)
    .where(and(inArray(residents.userId, [...mentions]), ne(residents.userId, userId)))
    .orderBy(asc(residents.userId));
  const mentioned = known.map((resident) => resident.userId);
  const rows = await transaction
    .insert(posts)
    .values({ ...post, mentions: mentioned })
    .returning();
  await transaction.update(topics).set({ lastPostAt: sql`now()` }).where(eq(topics.topicId, topicId));
  return postFrom(onlyRow(rows));
}

async function findPost(queryable: Queryable, postId: string): Promise<Post | undefined> {
  const [row] = await queryable.select().from(posts).where(eq(posts.postId, postId));
  return row && postFrom(row);
}

function topicFrom({ topicId, title, userId, createdAt }: typeof topics.$inferSelect): Topic {
  return { topicId, title, userId, createdAt: createdAt.toISOString() };
}

function postFrom({ position: _, replyTo, createdAt, ...row }: PostRow): Post {
  return { ...row, replyTo: replyTo ?? undefined, createdAt: createdAt.toISOString() };
}
