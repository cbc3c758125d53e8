import { postId } from "@org/events/ten-ocean/fields";
import type { Forum } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import {
  damagedForm,
  type ForumCode,
  mentionEvents,
  refusedByForum,
  tooManyNamed,
  type Writer,
} from "./forum-request.ts";
import { readMentions } from "./mentions.ts";
import type { NeighborPorts } from "./neighbors.ts";
import { bodyField } from "./post-text.ts";

export const editRequest = requestRule({
  schema: z.object({ postId, body: bodyField }),
  fields: ["body"],
  damaged: damagedForm,
});

/** A resident changes a post of theirs. Of those named only who never was before in this post is told. */
export function editPost({ forum, ...house }: { forum: Pick<Forum, "editPost"> } & NeighborPorts) {
  return async ({
    writer,
    ...entries
  }: EntriesOf<typeof editRequest> & { writer: Writer }): Promise<
    Outcome<{ postId: string; notTold: string[] }, InvalidCode | ForumCode, "body">
  > => {
    const read = readRequest(editRequest, entries);
    if (!read.ok) return read;
    const { postId, body: text } = read.request;
    const userId = writer.id;
    const { notTold, ...edit } = await readMentions(house, { text, author: userId });
    const refusal = tooManyNamed(edit);
    if (refusal) return refusal;
    try {
      await forum.editPost(
        { postId, userId, ...edit },
        { emit: ({ post, added }) => mentionEvents(post, added) },
      );
      return { ok: true, postId, notTold };
    } catch (error) {
      return refusalOf(error, refusedByForum);
    }
  };
}
