"use client";

import type { RegisterAgainField } from "@org/commands/ten-ocean/verification/register-again";
import type { Unit } from "@org/stores/ten-ocean/port";
import { useActionState } from "react";
import { RefusalAlert } from "#src/design/form-alert.tsx";
import { SubmitButton } from "#src/design/submit-button.tsx";
import type { FormState } from "#src/forms/form-state.ts";
import { submitRegistrationAgain } from "./registration-action.ts";
import { NameFields, UnitField } from "./resident-fields.tsx";

interface RegisterAgainFormProps {
  userId: string;
  /** What they said before. */
  values: Partial<Record<RegisterAgainField, string>>;
  units: readonly Unit[];
}

/** For somebody whose registration was turned down or lapsed. */
export function RegisterAgainForm({ userId, values, units }: RegisterAgainFormProps) {
  const [state, submit] = useActionState<FormState<RegisterAgainField>, FormData>(submitRegistrationAgain, {
    values,
  });
  return (
    <form action={submit} className="card after-card" aria-labelledby="again">
      <h2 id="again">Ask again</h2>
      <p>Correct what was wrong. The admins and the captain of your floor are asked anew.</p>
      <RefusalAlert form={state} />
      <input type="hidden" name="userId" value={userId} />
      <NameFields form={state} />
      <UnitField form={state} units={units} label="Your unit" none="I do not know it yet" />
      <SubmitButton label="Ask again" pendingLabel="Asking…" />
    </form>
  );
}
