import { forumMention } from "@org/events/ten-ocean/forum-mention";
import {
  DeletedPostError,
  NotInForumError,
  NotTheAuthorError,
  UnknownPostError,
  UnknownResidentError,
  UnknownTopicError,
} from "@org/stores/ten-ocean/errors";
import { ulid } from "ulid";
import { invalidEntries } from "../../internal/invalid-entries.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Refusal } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import type { PersonWith } from "../../sessions/person.ts";
import { type ReadPost, readMentions } from "./mentions.ts";
import type { NeighborPorts } from "./neighbors.ts";

/** Who writes in the forum: never from a form. */
export type Writer = PersonWith<"resident">;

export const damagedForm = outOfDate();

const notHere = "Only those who live here write in the forum. Ask an admin if you do.";

/** What the stores refuse, as a resident reads it. */
export const refusedByForum = [
  [NotInForumError, "not-here", notHere],
  [UnknownResidentError, "not-here", notHere],
  [UnknownTopicError, "unknown-topic", "There is no such topic any more. Open the forum again."],
  [UnknownPostError, "unknown-post", "There is no such post in this topic. Open the topic again."],
  [NotTheAuthorError, "not-yours", "Only its author changes a post."],
  [DeletedPostError, "deleted", "The post was deleted meanwhile. Copy your text and write a new one."],
] as const;

export type ForumCode = (typeof refusedByForum)[number][1];

export const mostMentions = 20;

/** Undefined when a post names no more people than one may. */
export function tooManyNamed({
  mentions,
}: {
  mentions: readonly string[];
}): Refusal<"invalid", "body"> | undefined {
  if (mentions.length <= mostMentions) return undefined;
  const body = `Name at most ${mostMentions} people in one post; this one names ${mentions.length}.`;
  return invalidEntries({ body });
}

/**
 * Keeps what a resident wrote, with whom it names.
 *
 * @returns `notTold`: a sentence about each name that nobody is told by
 */
export async function keepWritten(
  house: NeighborPorts,
  { text, writer }: { text: string; writer: Writer },
  keep: (post: Pick<ReadPost, "body" | "mentions">) => Promise<unknown>,
): Promise<{ ok: true; notTold: string[] } | Refusal<"invalid" | ForumCode, "body">> {
  const { notTold, ...post } = await readMentions(house, { text, author: writer.id });
  const refusal = tooManyNamed(post);
  if (refusal) return refusal;
  try {
    await keep(post);
    return { ok: true, notTold };
  } catch (error) {
    return refusalOf(error, refusedByForum);
  }
}

/** The events that tell the named. */
export function mentionEvents(
  { postId, topicId, userId }: { postId: string; topicId: string; userId: string },
  named: readonly string[],
) {
  return named.map((mentionedUserId) =>
    forumMention.create({ postId, topicId, mentionedUserId, mentionedBy: userId }),
  );
}

/** A fresh id for the topic of a form that is about to be filled in. */
export function newTopicId(): string {
  return `topic_${ulid()}`;
}

/** A fresh id for the post of a form that is about to be filled in. */
export function newPostId(): string {
  return `post_${ulid()}`;
}
