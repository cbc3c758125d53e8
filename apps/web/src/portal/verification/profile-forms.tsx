"use client";

import type { ProfileField } from "@org/commands/ten-ocean/verification/update-profile";
import type { Unit } from "@org/stores/ten-ocean/port";
import { useActionState } from "react";
import { EmailField } from "#src/design/email-field.tsx";
import { TextField } from "#src/design/field.tsx";
import { RefusalAlert } from "#src/design/form-alert.tsx";
import { SubmitButton } from "#src/design/submit-button.tsx";
import type { FormState } from "#src/forms/form-state.ts";
import { submitNewEmail, submitNewUnit, submitProfile } from "./profile-actions.ts";
import { NameFields, UnitField } from "./resident-fields.tsx";

export function ProfileForm({ values }: { values: Partial<Record<ProfileField, string>> }) {
  const [state, submit] = useActionState<FormState<ProfileField>, FormData>(submitProfile, { values });
  return (
    <form action={submit} className="card" aria-labelledby="about-you">
      <h2 id="about-you">About you</h2>
      <RefusalAlert form={state} />
      <NameFields form={state} />
      <TextField
        form={state}
        name="phone"
        label="Phone"
        type="tel"
        autoComplete="tel"
        hint="So that the people who look after the house can call you. Leave it empty if they should not."
        maxLength={40}
      />
      <SubmitButton label="Save" pendingLabel="Saving…" />
    </form>
  );
}

interface NewUnitFormProps {
  unitId: string;
  units: readonly Unit[];
}

export function NewUnitForm({ unitId, units }: NewUnitFormProps) {
  const [state, submit] = useActionState<FormState<"unitId">, FormData>(submitNewUnit, {
    values: { unitId },
  });
  return (
    <form action={submit} aria-labelledby="your-unit">
      <RefusalAlert form={state} />
      <UnitField
        form={state}
        units={units}
        label="Unit"
        none={unitId === "" ? "Choose your unit" : undefined}
        hint="An admin or the captain of the new floor confirms it. Until then you keep the unit that you have, and everything else stays as it is."
      />
      <SubmitButton label="Change unit" pendingLabel="Asking…" />
    </form>
  );
}

export function NewEmailForm({ changeId }: { changeId: string }) {
  const [state, submit] = useActionState<FormState<"email">, FormData>(submitNewEmail, { values: {} });
  return (
    <form action={submit} aria-labelledby="your-email">
      <RefusalAlert form={state} />
      <input type="hidden" name="changeId" value={changeId} />
      <EmailField
        form={state}
        label="New address"
        hint="We send a link to it and one to your present address. It counts once both were followed, within a day."
      />
      <SubmitButton label="Change address" pendingLabel="Asking…" />
    </form>
  );
}
