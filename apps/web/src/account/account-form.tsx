"use client";

import { channelNames, languages } from "@org/commands/mohallamart/users/languages";
import type { AccountField } from "@org/commands/mohallamart/users/save-account";
import { useActionState } from "react";
import { Field, TextField } from "../design/field.tsx";
import { RefusalAlert } from "../design/form-alert.tsx";
import { HourField } from "../design/hour-field.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import type { FormState } from "../forms/form-state.ts";
import type { Labels } from "../language/labels.ts";
import { submitAccount } from "./account-actions.ts";
import type { accountFormWords } from "./words.ts";

const channelKeys = { email: "byEmail", sms: "bySms", push: "byPush" } as const;

interface AccountFormProps {
  /** What is known now. */
  values: Partial<Record<AccountField, string>>;
  channels: Record<(typeof channelNames)[number], boolean>;
  /** The neighbourhoods that have a shop. */
  areas: readonly string[];
  /** In the reader's language. */
  labels: Labels<typeof accountFormWords>;
}

export function AccountForm({ values, channels, areas, labels }: AccountFormProps) {
  const [state, submit] = useActionState<FormState<AccountField>, FormData>(submitAccount, { values });
  return (
    <form action={submit} className="card" aria-labelledby="account">
      <h2 id="account">{labels.aboutYou}</h2>
      <RefusalAlert form={state} />
      <TextField form={state} name="name" label={labels.name} autoComplete="name" required maxLength={100} />
      <TextField
        form={state}
        name="phone"
        label={labels.phone}
        type="tel"
        autoComplete="tel"
        hint={labels.phoneHint}
      />
      <Field form={state} name="language" label={labels.language}>
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
      <Field form={state} name="area" label={labels.area} hint={labels.areaHint}>
        {(control) => (
          <select key={state.values.area} {...control}>
            <option value="">{labels.noArea}</option>
            {areas.map((area) => (
              <option key={area} value={area}>
                {area}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="choices">
        <legend>{labels.channels}</legend>
        {channelNames.map((name) => (
          <label key={name} className="choice">
            <input type="checkbox" name="channels" value={name} defaultChecked={channels[name]} />
            {labels[channelKeys[name]]}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{labels.quiet}</legend>
        <p className="field-hint">{labels.quietHint}</p>
        <HourField form={state} name="quietFrom" label={labels.from} none={labels.noHour} />
        <HourField form={state} name="quietTo" label={labels.until} none={labels.noHour} />
      </fieldset>
      <SubmitButton label={labels.save} pendingLabel={labels.saving} />
    </form>
  );
}
