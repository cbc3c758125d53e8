import { topicId } from "@org/events/ten-ocean/fields";
import type { Forum } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { damagedForm, type ForumCode, refusedByForum, type Writer } from "./forum-request.ts";

export const followRequest = requestRule({
  schema: z.object({ topicId, choice: z.string().pipe(z.enum(["following", "muted"])) }),
  damaged: damagedForm,
  fields: [],
});

/** A resident follows a topic, or hears nothing of it except where they are named. */
export function followTopic({ forum }: { forum: Pick<Forum, "choose"> }) {
  return async ({
    writer,
    ...entries
  }: EntriesOf<typeof followRequest> & { writer: Writer }): Promise<
    Outcome<{ topicId: string }, InvalidCode | ForumCode>
  > => {
    const read = readRequest(followRequest, entries);
    if (!read.ok) return read;
    try {
      await forum.choose({ ...read.request, userId: writer.id });
      return { ok: true, topicId: read.request.topicId };
    } catch (error) {
      return refusalOf(error, refusedByForum);
    }
  };
}
