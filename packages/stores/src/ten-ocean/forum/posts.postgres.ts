import { eq, sql } from "drizzle-orm";
import { onlyRow, type Queryable } from "../../database.ts";
import { posts, topics } from "../../schema/ten-ocean-community.ts";
import { postTellings } from "../../schema/ten-ocean-forum.ts";
import type { EditedPost, NewPost, Post, PostEdit } from "../port.ts";
import { DeletedPostError, NotTheAuthorError, UnknownPostError } from "./errors.ts";
import { followersOf } from "./followers.postgres.ts";
import { findPostRow, knownMentions, lockTopic, postFrom, requireWriter } from "./rows.postgres.ts";

/** Writes a post into a topic that the transaction has locked. @throws UnknownPostError */
export async function writePost(transaction: Queryable, post: NewPost, opening = false): Promise<Post> {
  const { postId, topicId, replyTo, userId, body } = post;
  if (replyTo !== undefined && (await findPostRow(transaction, replyTo))?.topicId !== topicId) {
    throw new UnknownPostError(replyTo, topicId);
  }
  const mentions = await knownMentions(transaction, post);
  const rows = await transaction
    .insert(posts)
    .values({ postId, topicId, replyTo, userId, body, mentions, everMentioned: mentions, opening })
    .returning();
  const written = postFrom(onlyRow(rows));
  await transaction.update(topics).set({ lastPostAt: sql`now()` }).where(eq(topics.topicId, topicId));
  // Of an opening post people hear as of its topic.
  if (!opening) await noteReaders(transaction, written);
  return written;
}

async function noteReaders(transaction: Queryable, { postId, topicId, userId, mentions }: Post) {
  const spared = [userId, ...mentions];
  const readers = (await followersOf(transaction, topicId)).filter((each) => !spared.includes(each));
  if (readers.length === 0) return;
  await transaction
    .insert(postTellings)
    .values(readers.map((reader) => ({ postId, topicId, userId: reader })));
}

/** @throws NotInForumError, UnknownPostError, NotTheAuthorError, DeletedPostError */
export async function editPost(
  transaction: Queryable,
  edit: PostEdit,
): Promise<EditedPost & { isChanged: boolean }> {
  await requireWriter(transaction, edit.userId);
  const before = await lockPost(transaction, edit.postId);
  if (before.userId !== edit.userId) throw new NotTheAuthorError(edit.postId);
  if (before.deletedAt) throw new DeletedPostError(edit.postId);
  const mentions = await knownMentions(transaction, edit);
  const isChanged = before.body !== edit.body || before.mentions.join() !== mentions.join();
  if (!isChanged) return { post: postFrom(before), added: [], isChanged };
  const added = mentions.filter((userId) => !before.everMentioned.includes(userId));
  const everMentioned = [...before.everMentioned, ...added];
  const rows = await transaction
    .update(posts)
    .set({ body: edit.body, mentions, everMentioned, editedAt: sql`now()` })
    .where(eq(posts.postId, edit.postId))
    .returning();
  return { post: postFrom(onlyRow(rows)), added, isChanged };
}

/** A post as it stays until the transaction ends, with its topic. @throws UnknownPostError */
export async function lockPost(transaction: Queryable, postId: string) {
  const found = await findPostRow(transaction, postId);
  if (!found) throw new UnknownPostError(postId);
  await lockTopic(transaction, found.topicId);
  // What was found may have been changed by whoever held the topic until now.
  return (await findPostRow(transaction, postId)) ?? found;
}
