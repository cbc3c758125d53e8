"use client";

import type { ApplicationField } from "@org/commands/mohallamart/shopkeepers/application-request";
import { useActionState } from "react";
import { EmailField } from "../design/email-field.tsx";
import { Field, TextField } from "../design/field.tsx";
import { RefusalAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import type { FormState } from "../forms/form-state.ts";
import { submitApplication } from "./apply-action.ts";

const untouched: FormState<ApplicationField> = { values: {} };

/** @param props.shopkeeperId makes a form that is sent twice one application. */
export function ApplicationForm({ shopkeeperId }: { shopkeeperId: string }) {
  const [state, submit] = useActionState(submitApplication, untouched);
  return (
    <form action={submit} className="card" aria-labelledby="apply">
      <h2 id="apply">Apply</h2>
      <RefusalAlert form={state} />
      <input type="hidden" name="shopkeeperId" value={shopkeeperId} />
      <TextField form={state} name="shopName" label="Name of the shop" required maxLength={100} />
      <TextField
        form={state}
        name="area"
        label="Neighbourhood"
        hint="Where you deliver, such as Indiranagar, Bengaluru."
        required
        maxLength={100}
      />
      <Field form={state} name="description" label="What you sell" hint="Customers read this under the name.">
        {(control) => <textarea {...control} rows={3} required maxLength={300} />}
      </Field>
      <TextField form={state} name="name" label="Your name" autoComplete="name" required maxLength={100} />
      <EmailField
        form={state}
        label="Email"
        hint="You sign in to your shop with it, and orders are told there."
      />
      <TextField form={state} name="phone" label="Mobile number" type="tel" autoComplete="tel" required />
      <SubmitButton label="Apply to open a shop" pendingLabel="Sending your application…" />
    </form>
  );
}
