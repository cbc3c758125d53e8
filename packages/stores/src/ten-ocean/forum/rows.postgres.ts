import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "../../database.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { posts, topics } from "../../schema/ten-ocean-community.ts";
import type { Post, Topic } from "../port.ts";
import { UnknownResidentError } from "../verification/errors.ts";
import { NotInForumError, UnknownTopicError } from "./errors.ts";

export type TopicRow = typeof topics.$inferSelect;
export type PostRow = typeof posts.$inferSelect;

/**
 * Holds a resident's standing as it is until the transaction ends.
 * @throws UnknownResidentError, NotInForumError
 */
export async function requireWriter(transaction: Queryable, userId: string): Promise<void> {
  const [row] = await transaction
    .select({ standing: residents.standing })
    .from(residents)
    .where(eq(residents.userId, userId))
    .for("share");
  if (!row) throw new UnknownResidentError(userId);
  if (row.standing !== "resident") throw new NotInForumError(userId);
}

/**
 * What happens in one topic happens one after another, which is the order readers see, and whom a post concerns is
 * known when it is told. @throws UnknownTopicError
 */
export async function lockTopic(transaction: Queryable, topicId: string): Promise<TopicRow> {
  const [row] = await transaction
    .select()
    .from(topics)
    .where(eq(topics.topicId, topicId))
    .for("no key update");
  if (!row) throw new UnknownTopicError(topicId);
  return row;
}

export async function findPostRow(queryable: Queryable, postId: string): Promise<PostRow | undefined> {
  const [row] = await queryable.select().from(posts).where(eq(posts.postId, postId));
  return row;
}

export async function findTopicRow(queryable: Queryable, topicId: string): Promise<TopicRow | undefined> {
  const [row] = await queryable.select().from(topics).where(eq(topics.topicId, topicId));
  return row;
}

/** A person's name in SQL; one who uses a single name has no last name. */
export const fullName = sql<string>`trim(${residents.firstName} || ' ' || ${residents.lastName})`;

/** The names of residents by their ids, whatever became of them since. */
export async function namesOf(
  queryable: Queryable,
  userIds: Iterable<string>,
): Promise<Record<string, string>> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return {};
  const rows = await queryable
    .select({ userId: residents.userId, name: fullName })
    .from(residents)
    .where(inArray(residents.userId, ids));
  return Object.fromEntries(rows.map(({ userId, name }) => [userId, name]));
}

/** Those of the named who live here, in order of their ids; never the author. */
export async function knownMentions(
  transaction: Queryable,
  { userId, mentions }: { userId: string; mentions: readonly string[] },
): Promise<string[]> {
  const others = [...new Set(mentions)].filter((each) => each !== userId);
  if (others.length === 0) return [];
  const known = await transaction
    .select({ userId: residents.userId })
    .from(residents)
    .where(and(inArray(residents.userId, others), eq(residents.standing, "resident")))
    .orderBy(residents.userId);
  return known.map((each) => each.userId);
}

export function topicFrom({ topicId, title, userId, createdAt }: TopicRow): Topic {
  return { topicId, title, userId, createdAt: createdAt.toISOString() };
}

export function postFrom(row: PostRow): Post {
  const { postId, topicId, userId, body, mentions, replyTo, createdAt, editedAt } = row;
  const { deletedAt, deletedBy, deletionReason } = row;
  return {
    postId,
    topicId,
    userId,
    body,
    mentions,
    replyTo: replyTo ?? undefined,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString(),
    deletion:
      deletedAt && deletedBy
        ? { at: deletedAt.toISOString(), by: deletedBy, reason: deletionReason ?? undefined }
        : undefined,
  };
}
