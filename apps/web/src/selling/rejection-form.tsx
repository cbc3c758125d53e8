"use client";

import { useActionState } from "react";
import { Field } from "../design/field.tsx";
import { RefusalAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import type { FormState } from "../forms/form-state.ts";
import { submitRejection } from "./reject-action.ts";

const untouched: FormState<"reason"> = { values: {} };

/** Turns an application down; open once it came back, so that what is wrong is seen. */
export function RejectionForm({ shopkeeperId, shopName }: { shopkeeperId: string; shopName: string }) {
  const [state, submit] = useActionState(submitRejection, untouched);
  return (
    <details className="after-card" open={state.refusal !== undefined}>
      <summary>Turn {shopName} down instead</summary>
      <form action={submit} className="after-card">
        <RefusalAlert form={state} />
        <input type="hidden" name="shopkeeperId" value={shopkeeperId} />
        {/* Several forms stand on the page. */}
        <Field
          form={state}
          id={`reason-${shopkeeperId}`}
          name="reason"
          label="Why"
          hint="The applicant reads this."
        >
          {(control) => <textarea {...control} rows={3} required maxLength={500} />}
        </Field>
        <SubmitButton label={`Turn ${shopName} down`} pendingLabel="Turning down…" />
      </form>
    </details>
  );
}
