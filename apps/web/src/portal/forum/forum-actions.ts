"use server";

import type { Refusal } from "@org/commands/outcome";
import { readRequest } from "@org/commands/request";
import { deletionRequest } from "@org/commands/ten-ocean/forum/delete-post";
import { editRequest } from "@org/commands/ten-ocean/forum/edit-post";
import { type TopicField, topicRequest } from "@org/commands/ten-ocean/forum/open-topic";
import { postRequest } from "@org/commands/ten-ocean/forum/write-post";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { tenOceanCommands } from "../../commands.ts";
import { entriesOf, textOf } from "../../forms/form-data.ts";
import type { FormState } from "../../forms/form-state.ts";
import { keepsEntries } from "../../forms/keeps-entries.ts";
import { refusedForm } from "../../forms/refused-form.ts";
import { tooMany } from "../../http/limit.ts";
import { log } from "../../log.ts";
import { requireRole } from "../../session/current-person.ts";
import { limiter } from "../../vendors.ts";
import { threadPath } from "./thread-query.ts";

/** Opens the topic of the form and goes to it, or returns the form with what is wrong. */
export const submitTopic = keepsEntries<FormState<TopicField>>(async (_previous, form) => {
  const writer = await requireRole("resident");
  const { fields } = topicRequest;
  const entries = entriesOf(form, [...fields, "topicId", "postId"]);
  const refusal = await refusalBefore(readRequest(topicRequest, entries), writer.id);
  if (refusal) return refusedForm(form, fields, refusal);
  const outcome = await tenOceanCommands().openTopic({ ...entries, writer });
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  log.info({ topicId: outcome.topicId, userId: writer.id }, "a topic was opened");
  redirect(threadPath(outcome.topicId, { written: entries.postId }));
});

/** Writes the post of the form into its topic and goes to it, or returns the form with what is wrong. */
export const submitPost = keepsEntries<FormState<"body">>(async (_previous, form) => {
  const writer = await requireRole("resident");
  const { fields } = postRequest;
  const entries = entriesOf(form, [...fields, "topicId", "postId", "replyTo"]);
  const refusal = await refusalBefore(readRequest(postRequest, entries), writer.id);
  if (refusal) return refusedForm(form, fields, refusal);
  const outcome = await tenOceanCommands().writePost({ ...entries, writer });
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  const { postId } = outcome;
  log.info({ postId, topicId: entries.topicId, userId: writer.id }, "a post was written");
  redirect(threadPath(entries.topicId, { from: postId, written: postId }, postId));
});

/** Changes the post of the form and goes back to it, or returns the form with what is wrong. */
export const submitEdit = keepsEntries<FormState<"body">>(async (_previous, form) => {
  const writer = await requireRole("resident");
  const { fields } = editRequest;
  const entries = entriesOf(form, [...fields, "postId"]);
  const refusal = await refusalBefore(readRequest(editRequest, entries), writer.id);
  if (refusal) return refusedForm(form, fields, refusal);
  const outcome = await tenOceanCommands().editPost({ ...entries, writer });
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  const { postId } = outcome;
  log.info({ postId, userId: writer.id }, "a post was edited");
  redirect(threadPath(textOf(form, "topicId"), { from: postId, written: postId }, postId));
});

/** Takes the post of the form away, or returns an admin's form with what is wrong. */
export const submitRemoval = keepsEntries<FormState<"reason">>(async (_previous, form) => {
  const remover = await requireRole("association-admin", "resident");
  const { fields } = deletionRequest;
  const entries = entriesOf(form, [...fields, "postId"]);
  const outcome = await tenOceanCommands().deletePost({ ...entries, remover });
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  log.info({ postId: outcome.postId, by: remover.id }, "a post was taken away");
  redirect(threadPath(textOf(form, "topicId"), { from: outcome.postId }, outcome.postId));
});

/** Follows or mutes the topic of the form. */
export async function changeFollowing(form: FormData): Promise<void> {
  const writer = await requireRole("resident");
  const outcome = await tenOceanCommands().followTopic({ ...entriesOf(form, ["topicId", "choice"]), writer });
  if (!outcome.ok) notFound();
  refresh();
}

/** What a form is refused for before anything is counted or written. */
async function refusalBefore<Field extends string>(
  read: { ok: true } | Refusal<string, Field>,
  userId: string,
): Promise<Refusal<string, Field> | string | undefined> {
  if (!read.ok) return read;
  return (await limiter().allows("forum-posts", userId)) ? undefined : tooMany("forum-posts");
}
