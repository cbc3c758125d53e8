import { postId } from "@org/events/ten-ocean/fields";
import type { Forum } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { invalidEntries } from "../../internal/invalid-entries.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";
import { damagedForm, type ForumCode, refusedByForum } from "./forum-request.ts";

export const deletionRequest = requestRule({
  schema: z.object({
    postId,
    /** What an admin says below the place of the post; authors need none. */
    reason: z.string().trim().max(500, "Shorten the reason to 500 characters."),
  }),
  fields: ["reason"],
  damaged: damagedForm,
});

/** Who takes posts away: residents their own, admins any. */
export type Remover = PersonWith<"resident" | "association-admin">;

/** A post's text is taken away; its place stays. Again changes nothing. */
export function deletePost({ forum }: { forum: Pick<Forum, "deletePost"> }) {
  return async ({
    remover,
    ...entries
  }: EntriesOf<typeof deletionRequest> & { remover: Remover }): Promise<
    Outcome<{ postId: string }, InvalidCode | ForumCode, "reason">
  > => {
    const read = readRequest(deletionRequest, entries);
    if (!read.ok) return read;
    const { postId, reason } = read.request;
    const isAdmin = remover.role === "association-admin";
    if (isAdmin && reason === "") return withoutReason;
    try {
      await forum.deletePost({ postId, by: remover.id, reason: isAdmin ? reason : undefined });
      return { ok: true, postId };
    } catch (error) {
      return refusalOf(error, refusedByForum);
    }
  };
}

const withoutReason = invalidEntries({ reason: "Say why: everyone reads it in place of the post." });
