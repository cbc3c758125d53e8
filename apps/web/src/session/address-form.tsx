"use client";

import { useActionState } from "react";
import { EmailField } from "../design/email-field.tsx";
import { RefusalAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import type { FormState } from "../forms/form-state.ts";
import type { SignInLabels } from "./labels.ts";
import { requestCode } from "./sign-in-actions.ts";
import { SignInContextFields } from "./sign-in-context-fields.tsx";
import type { AddressField, SignInContext } from "./sign-in-form.ts";

const untouched: FormState<AddressField> = { values: {} };

export function AddressForm({ labels, ...context }: SignInContext & { labels: SignInLabels }) {
  const [state, submit] = useActionState(requestCode, untouched);
  return (
    <form action={submit} className="card">
      <RefusalAlert form={state} />
      <SignInContextFields {...context} />
      <EmailField form={state} label={labels.email} hint={labels.emailHint} />
      <SubmitButton label={labels.send} pendingLabel={labels.sending} />
    </form>
  );
}
