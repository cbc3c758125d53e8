"use client";

import type { TopicField } from "@org/commands/ten-ocean/forum/open-topic";
import { useActionState } from "react";
import { TextField } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { BodyField } from "./body-field.tsx";
import { submitTopic } from "./forum-actions.ts";

const untouched: FormState<TopicField> = { values: {} };

/** @param ids make a form that is sent twice one topic */
export function TopicForm({ topicId, postId }: { topicId: string; postId: string }) {
  const [state, submit] = useActionState(submitTopic, untouched);
  return (
    <form action={submit} className="card" aria-labelledby="new-topic">
      <h1 id="new-topic">Start a topic</h1>
      <RefusalAlert form={state} />
      <input type="hidden" name="topicId" value={topicId} />
      <input type="hidden" name="postId" value={postId} />
      <TextField form={state} name="title" label="What is it about?" required maxLength={120} />
      <BodyField form={state} label="Your first post" rows={8} />
      <SubmitButton label="Post it" pendingLabel="Posting…" />
    </form>
  );
}
