"use client";

import { useActionState } from "react";
import { Field } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { callOff } from "./event-actions.ts";

const untouched: FormState<"reason"> = { values: {} };

/** Calls an event off, with the reason that everyone who answered reads. */
export function CallOffForm({ eventId }: { eventId: string }) {
  const [state, submit] = useActionState(callOff, untouched);
  return (
    <form action={submit} aria-label="Call the event off">
      <RefusalAlert form={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <Field
        form={state}
        name="reason"
        label="Why"
        hint="Everyone who answered reads this. It may stay empty."
      >
        {(control) => <textarea {...control} rows={3} maxLength={500} />}
      </Field>
      <SubmitButton label="Call it off" pendingLabel="Calling it off…" />
    </form>
  );
}
