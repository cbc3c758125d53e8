"use client";

import { useActionState } from "react";
import { TextField } from "../design/field.tsx";
import { RefusalAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import type { FormState } from "../forms/form-state.ts";
import type { SignInLabels } from "./labels.ts";
import { submitCode } from "./sign-in-actions.ts";
import { SignInContextFields } from "./sign-in-context-fields.tsx";
import type { CodeField, SignInContext } from "./sign-in-form.ts";

const untouched: FormState<CodeField> = { values: {} };

export function CodeForm({ labels, ...context }: SignInContext & { labels: SignInLabels }) {
  const [state, submit] = useActionState(submitCode, untouched);
  return (
    <form action={submit} className="card">
      <RefusalAlert form={state} />
      <SignInContextFields {...context} />
      <TextField
        form={state}
        name="code"
        label={labels.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={20}
        hint={labels.codeHint}
      />
      <SubmitButton label={labels.signIn} pendingLabel={labels.signingIn} />
    </form>
  );
}
