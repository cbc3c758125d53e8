import type { Person } from "@org/commands/sessions/person";
import { editableText, readMentions } from "@org/commands/ten-ocean/forum/mentions";
import { topicId as topicIdSchema } from "@org/events/ten-ocean/fields";
import type { Thread } from "@org/stores/ten-ocean/port";
import { cache } from "react";
import { versionOf } from "../../live/watch.ts";
import { requireRole } from "../../session/current-person.ts";
import { tenOcean } from "../../stores.ts";
import type { ThreadQuery } from "./thread-query.ts";

export interface ThreadPage {
  thread: Thread;
  /** Changes whenever something in the topic does. */
  version: string;
}

/** Who reads the forum: those who live here, and those who look after the house. */
export const forumReaders = ["resident", "association-admin", "floor-captain"] as const;

export const forumReader = cache(() => requireRole(...forumReaders));

/** What a topic is about; undefined when there is none. */
export async function findTitle(topicId: string): Promise<string | undefined> {
  await forumReader();
  if (!topicIdSchema.safeParse(topicId).success) return undefined;
  return (await tenOcean().forum.topic(topicId))?.title;
}

/** Changes whenever something in a topic does; undefined when there is none. */
export async function findVersion(topicId: string): Promise<string | undefined> {
  if (!topicIdSchema.safeParse(topicId).success) return undefined;
  const pulse = await tenOcean().forum.pulse(topicId);
  return pulse === undefined ? undefined : versionOf(pulse);
}

/** The page of a topic that a query asks for; undefined when there is no such topic. */
export async function findThread(topicId: string, query: ThreadQuery): Promise<ThreadPage | undefined> {
  const reader = await forumReader();
  const version = await findVersion(topicId);
  if (version === undefined) return undefined;
  const { forum } = tenOcean();
  const read = (span: Pick<ThreadQuery, "from" | "after" | "before">) =>
    forum.thread({ topicId, reader: reader.id, ...span });
  const thread = await read(query);
  if (!thread) return undefined;
  const { firstUnread: from } = thread;
  const isElsewhere = query.unread && from && !thread.posts.some(({ postId }) => postId === from);
  return { version, thread: (isElsewhere && (await read({ from }))) || thread };
}

/** The text of the post that its author is about to edit; undefined when there is nothing to edit. */
export async function textToEdit(
  { posts }: Thread,
  { edit }: ThreadQuery,
  person: Person,
): Promise<string | undefined> {
  const post = posts.find(({ postId }) => postId === edit);
  if (!post || post.deletion || post.userId !== person.id) return undefined;
  return editableText(tenOcean(), post);
}

/** What the author of a post that was just written should know: of which names nobody was told, and why. */
export async function notToldBy(
  { posts }: Thread,
  { written }: ThreadQuery,
  person: Person,
): Promise<string[]> {
  const post = posts.find(({ postId }) => postId === written);
  if (!post || post.userId !== person.id) return [];
  return (await readMentions(tenOcean(), { text: post.body, author: person.id })).notTold;
}
