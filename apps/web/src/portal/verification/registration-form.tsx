"use client";

import type { ResidentField } from "@org/commands/ten-ocean/verification/register-resident";
import type { Unit } from "@org/stores/ten-ocean/port";
import { useActionState } from "react";
import { EmailField } from "#src/design/email-field.tsx";
import { RefusalAlert } from "#src/design/form-alert.tsx";
import { SubmitButton } from "#src/design/submit-button.tsx";
import type { FormState } from "#src/forms/form-state.ts";
import { submitRegistration } from "./registration-action.ts";
import { NameFields, UnitField } from "./resident-fields.tsx";

interface RegistrationFormProps {
  /** Makes a form that is sent twice one registration. */
  userId: string;
  units: readonly Unit[];
}

const untouched: FormState<ResidentField> = { values: {} };

export function RegistrationForm({ userId, units }: RegistrationFormProps) {
  const [state, submit] = useActionState(submitRegistration, untouched);
  return (
    <form action={submit} className="card" aria-labelledby="register">
      <h2 id="register">Register</h2>
      <RefusalAlert form={state} />
      <input type="hidden" name="userId" value={userId} />
      <NameFields form={state} />
      <EmailField form={state} label="Email" />
      <UnitField form={state} units={units} label="Your unit" none="I do not know it yet" />
      <SubmitButton label="Register" pendingLabel="Registering…" />
    </form>
  );
}
