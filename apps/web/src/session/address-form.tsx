"use client";

import { useActionState } from "react";
import { TextField } from "../design/field.tsx";
import { FormAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import { type FormState, refusalSummary } from "../forms/form-state.ts";
import type { SignInLabels } from "./labels.ts";
import { requestCode } from "./sign-in-actions.ts";
import { SignInContextFields } from "./sign-in-context-fields.tsx";
import type { AddressField, SignInContext } from "./sign-in-form.ts";

const untouched: FormState<AddressField> = { values: {} };

export function AddressForm({ labels, ...context }: SignInContext & { labels: SignInLabels }) {
  const [state, submit] = useActionState(requestCode, untouched);
  return (
    <form action={submit} className="card">
      <FormAlert attempt={state} message={refusalSummary(state)} />
      <SignInContextFields {...context} />
      <TextField
        form={state}
        name="email"
        label={labels.email}
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        hint={labels.emailHint}
      />
      <SubmitButton label={labels.send} pendingLabel={labels.sending} />
    </form>
  );
}
