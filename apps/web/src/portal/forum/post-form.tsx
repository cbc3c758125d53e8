"use client";

import { useActionState, useState } from "react";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { BodyField } from "./body-field.tsx";
import styles from "./forum.module.css";
import { submitEdit, submitPost } from "./forum-actions.ts";

const untouched: FormState<"body"> = { values: {} };

interface ReplyFormProps {
  topicId: string;
  /** Makes a form that is sent twice one post. */
  postId: string;
  /** The post that it answers. */
  replyTo?: { postId: string; author: string };
}

/** Writes in a topic. */
export function ReplyForm({ topicId, postId, replyTo }: ReplyFormProps) {
  const [state, submit] = useActionState(submitPost, untouched);
  // The page is rendered anew while somebody writes; their post stays the same one.
  const [id] = useState(postId);
  return (
    <form action={submit} className="card after-card" aria-labelledby="reply">
      <h2 id="reply">{replyTo ? `Answer ${replyTo.author}` : "Write a reply"}</h2>
      <RefusalAlert form={state} />
      <input type="hidden" name="topicId" value={topicId} />
      <input type="hidden" name="postId" value={id} />
      <input type="hidden" name="replyTo" value={replyTo?.postId ?? ""} />
      <BodyField form={state} label="Your reply" rows={5} />
      <SubmitButton label="Post the reply" pendingLabel="Posting…" />
    </form>
  );
}

interface EditFormProps {
  topicId: string;
  postId: string;
  text: string;
  /** Where the page is without the form. */
  back: string;
}

/** Changes a post in its place. */
export function EditForm({ topicId, postId, text, back }: EditFormProps) {
  const [state, submit] = useActionState<FormState<"body">, FormData>(submitEdit, { values: { body: text } });
  return (
    <form action={submit} aria-label="Edit your post">
      <RefusalAlert form={state} />
      <input type="hidden" name="topicId" value={topicId} />
      <input type="hidden" name="postId" value={postId} />
      <BodyField form={state} label="Your post" rows={8} />
      <div className={styles.formFoot}>
        <SubmitButton label="Save" pendingLabel="Saving…" />
        <a href={back} className="button quiet wide">
          Cancel
        </a>
      </div>
    </form>
  );
}
