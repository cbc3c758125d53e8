"use client";

import { channelNames, languages } from "@org/commands/mohallamart/users/languages";
import type { AccountField } from "@org/commands/mohallamart/users/save-account";
import { useActionState } from "react";
import { Field, TextField } from "../design/field.tsx";
import { FormAlert } from "../design/form-alert.tsx";
import { HourField } from "../design/hour-field.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import { type FormState, refusalSummary } from "../forms/form-state.ts";
import { submitAccount } from "./account-actions.ts";
import { channelLabels } from "./channel-labels.ts";

interface AccountFormProps {
  /** What is known now. */
  values: Partial<Record<AccountField, string>>;
  channels: Record<(typeof channelNames)[number], boolean>;
  /** The neighbourhoods that have a shop. */
  areas: readonly string[];
}

export function AccountForm({ values, channels, areas }: AccountFormProps) {
  const [state, submit] = useActionState<FormState<AccountField>, FormData>(submitAccount, { values });
  return (
    <form action={submit} className="card" aria-labelledby="account">
      <h2 id="account">About you</h2>
      <FormAlert attempt={state} message={refusalSummary(state)} />
      <TextField form={state} name="name" label="Name" autoComplete="name" required maxLength={100} />
      <TextField
        form={state}
        name="phone"
        label="Mobile number"
        type="tel"
        autoComplete="tel"
        hint="So that a shop can call you. Leave it empty if it should not."
      />
      <Field form={state} name="language" label="Language of our messages">
        {(control) => (
          <select key={state.values.language} {...control}>
            {languages.map(({ tag, name }) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field form={state} name="area" label="Your neighbourhood" hint="Its shops come first.">
        {(control) => (
          <select key={state.values.area} {...control}>
            <option value="">None in particular</option>
            {areas.map((area) => (
              <option key={area} value={area}>
                {area}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="choices">
        <legend>How we may write to you besides your orders</legend>
        {channelNames.map((name) => (
          <label key={name} className="choice">
            <input type="checkbox" name="channels" value={name} defaultChecked={channels[name]} />
            {channelLabels[name]}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>Quiet hours</legend>
        <p className="field-hint">
          What you did not ask for waits until they end. News of your orders comes at any time.
        </p>
        <HourField form={state} name="quietFrom" label="From" />
        <HourField form={state} name="quietTo" label="Until" />
      </fieldset>
      <SubmitButton label="Save" pendingLabel="Saving…" />
    </form>
  );
}
