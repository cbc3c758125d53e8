"use client";

import { notificationKinds } from "@org/stores/ten-ocean/notifications/kinds";
import type { NotificationKind } from "@org/stores/ten-ocean/port";
import { useActionState } from "react";
import { Field } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { HourField } from "../../design/hour-field.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { kindWords } from "./kind-words.ts";
import type { PreferenceEntry, PreferenceValues } from "./preference-entries.ts";
import { submitPreferences } from "./preferences-action.ts";
import styles from "./preferences-form.module.css";

type Form = FormState<PreferenceEntry>;

/** How a resident hears of what, and when. */
export function PreferencesForm({ values }: { values: Partial<PreferenceValues> }) {
  const [state, submit] = useActionState<Form, FormData>(submitPreferences, { values });
  return (
    // A form that came back is a new one, with what was entered as its beginning.
    <form action={submit} key={JSON.stringify(state.values)}>
      <RefusalAlert form={state} />
      {notificationKinds.map((kind) => (
        <KindFields key={kind} kind={kind} form={state} />
      ))}
      <fieldset className={`card ${styles.group}`}>
        <legend>Digest</legend>
        <p className="field-hint">One email with what is going on in the building.</p>
        <Select form={state} name="digest" label="How often">
          <option value="weekly">Every week</option>
          <option value="daily">Every day on which there is something</option>
          <option value="off">Never</option>
        </Select>
      </fieldset>
      <fieldset className={`card ${styles.group}`}>
        <legend>Quiet hours</legend>
        <p className="field-hint">
          By the building&rsquo;s clock. What comes meanwhile reaches you when they end; only emergencies do
          at once.
        </p>
        <div className={styles.hours}>
          <HourField form={state} name="quietFrom" label="From" />
          <HourField form={state} name="quietTo" label="Until" />
        </div>
      </fieldset>
      <SubmitButton label="Save" pendingLabel="Saving…" />
    </form>
  );
}

function KindFields({ kind, form }: { kind: NotificationKind; form: Form }) {
  const { title, about } = kindWords[kind];
  return (
    <fieldset className={`card ${styles.group}`} aria-describedby={`${kind}-about`}>
      <legend>{title}</legend>
      <p id={`${kind}-about`} className="field-hint">
        {about}
      </p>
      <div className={styles.kind}>
        <Box form={form} name={`${kind}.email`} label="Email" />
        <Box form={form} name={`${kind}.push`} label="Phone" />
        <Select form={form} name={`${kind}.timing`} label="When">
          <option value="immediate">At once</option>
          <option value="digest">With the digest</option>
        </Select>
      </div>
    </fieldset>
  );
}

function Box({ form, name, label }: { form: Form; name: PreferenceEntry; label: string }) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} defaultChecked={form.values[name] === "on"} />
      {label}
    </label>
  );
}

interface SelectProps {
  form: Form;
  name: PreferenceEntry;
  label: string;
  children: React.ReactNode;
}

function Select({ form, name, label, children }: SelectProps) {
  return (
    <Field form={form} name={name} label={label}>
      {(control) => <select {...control}>{children}</select>}
    </Field>
  );
}
