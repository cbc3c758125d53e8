"use client";

import { useActionState } from "react";
import { FormAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import { type FormState, refusalSummary } from "../forms/form-state.ts";
import { submitRejection } from "./reject-action.ts";

const untouched: FormState<"reason"> = { values: {} };

/** Turns an application down; open once it came back, so that what is wrong is seen. */
export function RejectionForm({ shopkeeperId, shopName }: { shopkeeperId: string; shopName: string }) {
  const [state, submit] = useActionState(submitRejection, untouched);
  // Several forms stand on the page, so the ids carry the applicant's.
  const id = `reason-${shopkeeperId}`;
  const error = state.refusal?.errors.reason;
  return (
    <details className="after-card" open={state.refusal !== undefined}>
      <summary>Turn {shopName} down instead</summary>
      <form action={submit} className="after-card">
        <FormAlert attempt={state} message={refusalSummary(state)} />
        <input type="hidden" name="shopkeeperId" value={shopkeeperId} />
        <div className="field">
          <label htmlFor={id}>Why</label>
          <span className="field-hint" id={`${id}-hint`}>
            The applicant reads this.
          </span>
          <textarea
            id={id}
            name="reason"
            rows={3}
            required
            maxLength={500}
            defaultValue={state.values.reason}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-hint${error ? ` ${id}-error` : ""}`}
          />
          {error && (
            <span className="field-error" id={`${id}-error`}>
              {error}
            </span>
          )}
        </div>
        <SubmitButton label={`Turn ${shopName} down`} pendingLabel="Turning down…" />
      </form>
    </details>
  );
}
