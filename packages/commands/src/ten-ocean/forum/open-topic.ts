import { postId, topicId } from "@org/events/ten-ocean/fields";
import { forumTopicCreated } from "@org/events/ten-ocean/forum-topic-created";
import type { Forum } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { damagedForm, type ForumCode, keepWritten, mentionEvents, type Writer } from "./forum-request.ts";
import type { NeighborPorts } from "./neighbors.ts";
import { bodyField, titleField } from "./post-text.ts";

export const topicRequest = requestRule({
  schema: z.object({ topicId, postId, title: titleField, body: bodyField }),
  fields: ["title", "body"],
  damaged: damagedForm,
});

export type TopicField = FieldOf<typeof topicRequest>;

/** A resident opens a topic with its first post. The same request again is the same topic. */
export function openTopic({ forum, ...house }: { forum: Pick<Forum, "openTopic"> } & NeighborPorts) {
  return async ({
    writer,
    ...entries
  }: EntriesOf<typeof topicRequest> & { writer: Writer }): Promise<
    Outcome<{ topicId: string; notTold: string[] }, InvalidCode | ForumCode, TopicField>
  > => {
    const read = readRequest(topicRequest, entries);
    if (!read.ok) return read;
    const { topicId, postId, title, body: text } = read.request;
    const userId = writer.id;
    const kept = await keepWritten(house, { text, writer }, (post) =>
      forum.openTopic(
        { topicId, title, userId, opening: { postId, ...post } },
        {
          emit: ({ opening }) => [
            forumTopicCreated.create({ topicId, userId, postId }),
            ...mentionEvents({ postId, topicId, userId }, opening?.mentions ?? []),
          ],
        },
      ),
    );
    return kept.ok ? { ...kept, topicId } : kept;
  };
}
