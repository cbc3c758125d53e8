"use client";

import type { ResidentField } from "@org/commands/ten-ocean/verification/register-resident";
import type { Unit } from "@org/stores/ten-ocean/port";
import { useActionState } from "react";
import { TextField } from "#src/design/field.tsx";
import { FormAlert } from "#src/design/form-alert.tsx";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { type FormState, refusalSummary } from "#src/forms/form-state.ts";
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
      <FormAlert attempt={state} message={refusalSummary(state)} />
      <input type="hidden" name="userId" value={userId} />
      <NameFields form={state} />
      <TextField
        form={state}
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
      />
      <UnitField form={state} units={units} label="Your unit" none="I do not know it yet" />
      <SubmitButton label="Register" pendingLabel="Registering…" />
    </form>
  );
}
