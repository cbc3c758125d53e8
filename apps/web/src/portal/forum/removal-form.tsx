"use client";

import { useActionState } from "react";
import { Field } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { submitRemoval } from "./forum-actions.ts";

interface RemovalFormProps {
  topicId: string;
  postId: string;
  /** Admins say why; authors need not. */
  asks: boolean;
}

const untouched: FormState<"reason"> = { values: {} };

/** Takes a post away. */
export function RemovalForm({ topicId, postId, asks }: RemovalFormProps) {
  const [state, submit] = useActionState(submitRemoval, untouched);
  return (
    <form action={submit} aria-label={asks ? "Remove this post" : "Delete your post"}>
      <RefusalAlert form={state} />
      <input type="hidden" name="topicId" value={topicId} />
      <input type="hidden" name="postId" value={postId} />
      {asks ? (
        <Field form={state} name="reason" label="Why" hint="Everyone reads it in place of the post.">
          {(control) => <textarea {...control} rows={2} required maxLength={500} />}
        </Field>
      ) : (
        <p>Its text goes for good. The others see that a post stood here.</p>
      )}
      <SubmitButton label={asks ? "Remove the post" : "Delete for good"} pendingLabel="Removing…" />
    </form>
  );
}
