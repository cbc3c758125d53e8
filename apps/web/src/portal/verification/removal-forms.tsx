"use client";

import { useActionState } from "react";
import { RefusalAlert } from "#src/design/form-alert.tsx";
import { SubmitButton } from "#src/design/submit-button.tsx";
import type { FormState } from "#src/forms/form-state.ts";
import { ConfirmBox } from "./confirm-box.tsx";
import { submitClosing, submitRemoval } from "./removal-actions.ts";

/** What a resident deletes their account with. */
export function DeleteAccountForm() {
  const [state, submit] = useActionState<FormState<"confirmed">, FormData>(submitClosing, { values: {} });
  return (
    <form action={submit} className="card after-card" aria-label="Delete my account">
      <RefusalAlert form={state} />
      <ConfirmBox form={state} label="I have read this, and want my account deleted for good." />
      <SubmitButton label="Delete my account" pendingLabel="Deleting your account…" />
    </form>
  );
}

/** What an admin deletes the account of somebody with who left, or never moved in. */
export function RemoveResidentForm({ userId, name }: { userId: string; name: string }) {
  const [state, submit] = useActionState<FormState<"confirmed">, FormData>(submitRemoval, { values: {} });
  return (
    <form action={submit} className="card after-card" aria-labelledby="delete-account">
      <h2 id="delete-account">Delete the account</h2>
      <p>
        For somebody who left, or never moved in. Their name, address and phone are erased, and every word
        that they wrote. Repairs stay with number, unit, category and dates, as a former resident&rsquo;s.
        They are not told, and it cannot be undone.
      </p>
      <RefusalAlert form={state} />
      <input type="hidden" name="userId" value={userId} />
      <ConfirmBox form={state} label={`Delete the account of ${name} for good.`} />
      <SubmitButton label="Delete the account" pendingLabel="Deleting the account…" />
    </form>
  );
}
