"use client";

import { useActionState } from "react";
import { Field } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { submitComment, submitConfirmation, submitReopening, submitWithdrawal } from "./request-actions.ts";

interface RequestFormProps {
  requestId: string;
}

interface WritingProps extends RequestFormProps {
  /** Makes a form that is sent twice one line of the history. */
  entryId: string;
}

const nothing: FormState<never> = { values: {} };

/** Says that the repair holds. */
export function ConfirmForm({ requestId }: RequestFormProps) {
  const [state, submit] = useActionState(submitConfirmation, nothing);
  return (
    <form action={submit}>
      <RefusalAlert form={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="answer" value="confirm" />
      <SubmitButton label="Yes, it is fixed" pendingLabel="One moment…" />
    </form>
  );
}

/** Says what is still wrong, which opens the request again. */
export function ReopenForm({ requestId, entryId }: WritingProps) {
  const [state, submit] = useActionState(submitReopening, { values: {} });
  return (
    <form action={submit}>
      <RefusalAlert form={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="entryId" value={entryId} />
      <Field form={state} name="problem" label="What is still wrong?">
        {(control) => <textarea {...control} rows={3} required maxLength={4_000} />}
      </Field>
      <button type="submit" className="button quiet wide">
        No, open it again
      </button>
    </form>
  );
}

export function CommentForm({ requestId, entryId }: WritingProps) {
  const [state, submit] = useActionState(submitComment, { values: {} });
  return (
    <form action={submit} className="card after-card" aria-label="Write something">
      <RefusalAlert form={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="entryId" value={entryId} />
      <Field
        form={state}
        name="comment"
        label="Add something"
        hint="Whoever is in charge, or whoever reported it, is told."
      >
        {(control) => <textarea {...control} rows={3} required maxLength={4_000} />}
      </Field>
      <SubmitButton label="Send" pendingLabel="Sending…" />
    </form>
  );
}

/** Takes the request back. */
export function WithdrawForm({ requestId }: RequestFormProps) {
  const [state, submit] = useActionState(submitWithdrawal, nothing);
  return (
    <details className="after-card">
      <summary>It needs no repair any more</summary>
      <form action={submit} className="after-card">
        <RefusalAlert form={state} />
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="answer" value="withdraw" />
        <button type="submit" className="button quiet wide">
          Withdraw the request
        </button>
      </form>
    </details>
  );
}
