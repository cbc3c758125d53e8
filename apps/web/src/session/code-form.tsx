"use client";

import { useActionState } from "react";
import { TextField } from "../design/field.tsx";
import { FormAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import { type FormState, refusalSummary } from "../forms/form-state.ts";
import { submitCode } from "./sign-in-actions.ts";
import { SignInContextFields } from "./sign-in-context-fields.tsx";
import type { CodeField, SignInContext } from "./sign-in-form.ts";

const untouched: FormState<CodeField> = { values: {} };

export function CodeForm(context: SignInContext) {
  const [state, submit] = useActionState(submitCode, untouched);
  return (
    <form action={submit} className="card">
      <FormAlert attempt={state} message={refusalSummary(state)} />
      <SignInContextFields {...context} />
      <TextField
        form={state}
        name="code"
        label="Code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={20}
        hint="The digits from the email, good for 10 minutes."
      />
      <SubmitButton label="Sign in" pendingLabel="Signing in…" />
    </form>
  );
}
