"use client";

import { useActionState } from "react";
import { Field, TextField } from "../design/field.tsx";
import { RefusalAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import type { FormState } from "../forms/form-state.ts";
import { liftSuppression } from "./suppression-actions.ts";

/** Lets an address be written to again. */
export function SuppressionForm() {
  const [state, submit] = useActionState<FormState<"address" | "channel">, FormData>(liftSuppression, {
    values: {},
  });
  return (
    <form action={submit} className="card" aria-labelledby="lift">
      <h2 id="lift">Let an address be written to again</h2>
      <RefusalAlert form={state} />
      <Field form={state} name="channel" label="Over">
        {(control) => (
          <select key={state.values.channel} {...control}>
            <option value="email">Email</option>
            <option value="sms">SMS</option>
          </select>
        )}
      </Field>
      <TextField
        form={state}
        name="address"
        label="Address"
        required
        maxLength={254}
        autoComplete="off"
        hint="An email address, or a phone number such as +919876543210."
      />
      <SubmitButton label="Lift it" pendingLabel="Lifting it…" />
    </form>
  );
}
