import { postId } from "@org/events/ten-ocean/fields";
import type { Forum } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { damagedForm, type ForumCode, keepWritten, mentionEvents, type Writer } from "./forum-request.ts";
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
    const kept = await keepWritten(house, { text, writer }, (edit) =>
      forum.editPost(
        { postId, userId: writer.id, ...edit },
        { emit: ({ post, added }) => mentionEvents(post, added) },
      ),
    );
    return kept.ok ? { ...kept, postId } : kept;
  };
}
