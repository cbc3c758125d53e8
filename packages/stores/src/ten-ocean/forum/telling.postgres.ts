import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../../database.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { posts } from "../../schema/ten-ocean-community.ts";
import { postTellings, tellingWindows, topicChoices } from "../../schema/ten-ocean-forum.ts";
import type { TellingGroup, TellingRound } from "../port.ts";
import { excerptOf, readableText } from "./post-text.ts";
import { findPostRow, lockTopic, namesOf } from "./rows.postgres.ts";

interface Run {
  postId: string;
  round: number;
  overdue?: boolean;
}

export async function claimTellings(transaction: Queryable, run: Run): Promise<TellingRound | undefined> {
  const post = await findPostRow(transaction, run.postId);
  if (!post) return undefined;
  const { topicId } = post;
  const { title: topic } = await lockTopic(transaction, topicId);
  const message = messageOf(run.postId, run.round);
  if (!(await isClaimed(transaction, message))) await claim(transaction, topicId, run);
  const { rows } = await transaction.execute<{ holds: boolean; waits: boolean }>(sql`select
    exists (select from ${tellingWindows} where opened_by = ${message}) as holds,
    exists (select from ${postTellings} where post_id = ${run.postId} and told_in is null) as waits`);
  const { holds = false, waits = false } = rows[0] ?? {};
  return { topicId, topic, groups: await groupsOf(transaction, message), holds, waits };
}

/** Names what a run tells in one of its rounds. */
function messageOf(postId: string, round: number): string {
  return `${postId}.${round}`;
}

async function isClaimed(transaction: Queryable, message: string): Promise<boolean> {
  const claimed = await transaction
    .select({ postId: postTellings.postId })
    .from(postTellings)
    .where(eq(postTellings.toldIn, message))
    .limit(1);
  return claimed.length > 0;
}

/** Takes what waits for residents without a window, and for those whose window this run opened in its last round. */
async function claim(transaction: Queryable, topicId: string, { postId, round, overdue = false }: Run) {
  const message = messageOf(postId, round);
  const last = messageOf(postId, round - 1);
  await dropUnwanted(transaction, topicId);
  await transaction.execute(sql`
    delete from ${tellingWindows} w where opened_by = ${last} and not exists (
      select from ${postTellings} t
      where t.topic_id = w.topic_id and t.user_id = w.user_id and t.told_in is null)`);
  const { rows } = await transaction.execute<{ userId: string }>(sql`
    update ${postTellings} t set told_in = ${message}
    where t.topic_id = ${topicId} and t.told_in is null and (
      not exists (select from ${tellingWindows} w where w.topic_id = t.topic_id and w.user_id = t.user_id)
      or exists (select from ${tellingWindows} w
        where w.topic_id = t.topic_id and w.user_id = t.user_id and w.opened_by = ${last})
      or (${overdue} and exists (select from ${postTellings} own
        where own.post_id = ${postId} and own.user_id = t.user_id and own.told_in is null)))
    returning t.user_id as "userId"`);
  const userIds = [...new Set(rows.map(({ userId }) => userId))];
  if (userIds.length === 0) return;
  await transaction
    .insert(tellingWindows)
    .values(userIds.map((userId) => ({ topicId, userId, openedBy: message })))
    .onConflictDoUpdate({
      target: [tellingWindows.topicId, tellingWindows.userId],
      set: { openedBy: message },
    });
}

/** What nobody needs to hear any more: whoever is named in a post hears of it by that. */
async function dropUnwanted(transaction: Queryable, topicId: string): Promise<void> {
  await transaction.execute(sql`
    delete from ${postTellings} t using ${posts} p
    where t.topic_id = ${topicId} and t.told_in is null and p.post_id = t.post_id and (
      p.deleted_at is not null
      or t.user_id = any(p.ever_mentioned)
      or exists (select from ${topicChoices} c
        where c.topic_id = t.topic_id and c.user_id = t.user_id and c.choice = 'muted')
      or not exists (select from ${residents} r where r.user_id = t.user_id and r.standing = 'resident'))`);
}

async function groupsOf(transaction: Queryable, message: string): Promise<TellingGroup[]> {
  const told = await transaction
    .select({ userId: postTellings.userId, postId: postTellings.postId })
    .from(postTellings)
    .innerJoin(posts, eq(posts.postId, postTellings.postId))
    .where(and(eq(postTellings.toldIn, message), isNull(posts.deletedAt)))
    .orderBy(asc(postTellings.userId), asc(posts.position));
  const shown = await shownPosts(transaction, new Set(told.map(({ postId }) => postId)));
  const groups = new Map<string, TellingGroup>();
  for (const [userId, postIds] of byReader(told)) {
    const same = groups.get(postIds.join());
    if (same) same.userIds.push(userId);
    else groups.set(postIds.join(), { key: userId, userIds: [userId], posts: postIds.map(shown) });
  }
  return [...groups.values()];
}

function byReader(told: readonly { userId: string; postId: string }[]): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const { userId, postId } of told) readers.set(userId, [...(readers.get(userId) ?? []), postId]);
  return readers;
}

/** How the posts are shown in a message, each by its id. */
async function shownPosts(
  transaction: Queryable,
  postIds: ReadonlySet<string>,
): Promise<(postId: string) => TellingGroup["posts"][number]> {
  const rows = await transaction
    .select()
    .from(posts)
    .where(inArray(posts.postId, [...postIds]));
  const names = await namesOf(
    transaction,
    rows.flatMap(({ userId, mentions }) => [userId, ...mentions]),
  );
  return (postId) => {
    const { userId = "", body = "" } = rows.find((row) => row.postId === postId) ?? {};
    return { postId, author: names[userId] ?? "", excerpt: excerptOf(readableText(body, names)) };
  };
}
