"use client";

import type { ResidentField } from "@org/commands/ten-ocean/verification/register-resident";
import type { Unit } from "@org/stores/ten-ocean/port";
import { useActionState } from "react";
import { Field, TextField } from "../design/field.tsx";
import { FormAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import { type FormState, refusalSummary } from "../forms/form-state.ts";
import { submitRegistration } from "./registration-action.ts";

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
      <TextField
        form={state}
        name="firstName"
        label="First name"
        autoComplete="given-name"
        required
        maxLength={100}
      />
      <TextField
        form={state}
        name="lastName"
        label="Last name"
        hint="Leave it empty if you use a single name."
        autoComplete="family-name"
        maxLength={100}
      />
      <TextField
        form={state}
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
      />
      <Field form={state} name="unitId" label="Your unit">
        {(control) => (
          <select key={state.values.unitId} {...control}>
            <option value="">I do not know it yet</option>
            {units.map(({ unitId, label, floor }) => (
              <option key={unitId} value={unitId}>
                {label}, floor {floor}
              </option>
            ))}
          </select>
        )}
      </Field>
      <SubmitButton label="Register" pendingLabel="Registering…" />
    </form>
  );
}
