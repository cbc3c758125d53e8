import { postId, topicId } from "@org/events/ten-ocean/fields";
import type { Forum } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { damagedForm, type Writer } from "./forum-request.ts";

export const readingRequest = requestRule({
  schema: z.object({ topicId, upTo: postId }),
  fields: [],
  damaged: damagedForm,
});

/** A resident has read a topic up to a post; what is older is no step back. */
export function readTopic({ forum }: { forum: Pick<Forum, "markRead"> }) {
  return async ({
    reader,
    ...entries
  }: EntriesOf<typeof readingRequest> & { reader: Writer }): Promise<
    Outcome<{ topicId: string }, InvalidCode>
  > => {
    const read = readRequest(readingRequest, entries);
    if (!read.ok) return read;
    await forum.markRead({ ...read.request, userId: reader.id });
    return { ok: true, topicId: read.request.topicId };
  };
}
