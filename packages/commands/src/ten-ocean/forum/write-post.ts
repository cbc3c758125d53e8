import { postId, topicId } from "@org/events/ten-ocean/fields";
import { forumPostCreated } from "@org/events/ten-ocean/forum-post-created";
import type { Forum } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { damagedForm, type ForumCode, keepWritten, mentionEvents, type Writer } from "./forum-request.ts";
import type { NeighborPorts } from "./neighbors.ts";
import { bodyField } from "./post-text.ts";

export const postRequest = requestRule({
  schema: z.object({
    topicId,
    postId,
    /** Empty for a post that answers no other one. */
    replyTo: z.union([postId, z.literal("")]).transform((text) => text || undefined),
    body: bodyField,
  }),
  fields: ["body"],
  damaged: damagedForm,
});

/** A resident writes in a topic. The same request again is the same post. */
export function writePost({ forum, ...house }: { forum: Pick<Forum, "post"> } & NeighborPorts) {
  return async ({
    writer,
    ...entries
  }: EntriesOf<typeof postRequest> & { writer: Writer }): Promise<
    Outcome<{ postId: string; notTold: string[] }, InvalidCode | ForumCode, "body">
  > => {
    const read = readRequest(postRequest, entries);
    if (!read.ok) return read;
    const { topicId, postId, replyTo, body: text } = read.request;
    const userId = writer.id;
    const kept = await keepWritten(house, { text, writer }, (post) =>
      forum.post(
        { postId, topicId, userId, replyTo, ...post },
        {
          emit: ({ mentions }) => [
            forumPostCreated.create({ postId, topicId, userId, replyTo }),
            ...mentionEvents({ postId, topicId, userId }, mentions),
          ],
        },
      ),
    );
    return kept.ok ? { ...kept, postId } : kept;
  };
}
