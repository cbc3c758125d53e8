import { and, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../../database.ts";
import { posts, topics } from "../../schema/ten-ocean-community.ts";
import { postTellings, tellingWindows, topicChoices, topicReadings } from "../../schema/ten-ocean-forum.ts";
import { NotTheAuthorError } from "./errors.ts";
import { formerResident, mentionOf } from "./post-text.ts";
import { lockPost } from "./posts.postgres.ts";

const removedTitle = "Removed topic";

/** @throws UnknownPostError, NotTheAuthorError */
export async function deletePost(
  transaction: Queryable,
  { postId, by, reason }: { postId: string; by: string; reason?: string },
): Promise<boolean> {
  const { userId, deletedAt, topicId, opening } = await lockPost(transaction, postId);
  const isAdmin = by.startsWith("admin_");
  if (!isAdmin && by !== userId) throw new NotTheAuthorError(postId);
  if (deletedAt) return false;
  await transaction
    .update(posts)
    .set({ body: "", mentions: [], deletedAt: sql`now()`, deletedBy: by, deletionReason: reason })
    .where(eq(posts.postId, postId));
  await transaction
    .delete(postTellings)
    .where(and(eq(postTellings.postId, postId), isNull(postTellings.toldIn)));
  if (isAdmin && opening) {
    await transaction.update(topics).set({ title: removedTitle }).where(eq(topics.topicId, topicId));
  }
  return true;
}

/** The places of what someone wrote stay, so that answers to it still have something to stand under. */
export async function forget(transaction: Queryable, userId: string): Promise<void> {
  await transaction.execute(sql`
    update ${posts} set
      body = case when user_id = ${userId} then ''
        else replace(body, ${mentionOf(userId)}, ${formerResident}) end,
      deletion_reason = case when user_id = ${userId} then null else deletion_reason end,
      mentions = array_remove(mentions, ${userId}),
      ever_mentioned = array_remove(ever_mentioned, ${userId})
    where user_id = ${userId} or ${userId} = any(ever_mentioned) or ${userId} = any(mentions)
      or position(${mentionOf(userId)} in body) > 0`);
  await transaction
    .update(posts)
    .set({ deletedAt: sql`now()`, deletedBy: userId })
    .where(and(eq(posts.userId, userId), isNull(posts.deletedAt)));
  await transaction.update(topics).set({ title: removedTitle }).where(eq(topics.userId, userId));
  for (const table of [topicChoices, topicReadings, postTellings, tellingWindows]) {
    await transaction.delete(table).where(eq(table.userId, userId));
  }
}
