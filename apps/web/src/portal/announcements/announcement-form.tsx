"use client";

import type { AnnouncementField } from "@org/commands/ten-ocean/community/announcement-request";
import { useActionState } from "react";
import { useFormStatus } from "react-dom";
import { Field, TextField } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import type { AnnouncementFormState } from "./announcement-state.ts";
import styles from "./announcements.module.css";
import { submitAnnouncement } from "./publish-action.ts";

interface AnnouncementFormProps {
  /** Makes a form that is sent twice one announcement. */
  announcementId: string;
  /** Where it can go, the first chosen at first; an empty value is the whole house. */
  audiences: readonly { value: string; label: string }[];
}

const untouched: AnnouncementFormState = { values: {} };

/** Asks for an announcement, shows what it will say and to how many, and publishes it then. */
export function AnnouncementForm({ announcementId, audiences }: AnnouncementFormProps) {
  const [state, submit] = useActionState(submitAnnouncement, untouched);
  return (
    <form action={submit} className="card" aria-labelledby="announcement">
      <h2 id="announcement">{state.preview ? "This is what they will read" : "What is there to say?"}</h2>
      <RefusalAlert form={state} />
      <input type="hidden" name="announcementId" value={announcementId} />
      {state.preview ? (
        <Preview values={state.values} preview={state.preview} />
      ) : (
        <Entries state={state} audiences={audiences} />
      )}
    </form>
  );
}

function Entries({
  state,
  audiences,
}: {
  state: AnnouncementFormState;
  audiences: AnnouncementFormProps["audiences"];
}) {
  return (
    <>
      <TextField form={state} name="title" label="Title" required maxLength={120} />
      <Field
        form={state}
        name="body"
        label="Text"
        hint="Up to 4,000 characters. A blank line begins a paragraph."
      >
        {(control) => <textarea {...control} rows={10} required maxLength={4_000} />}
      </Field>
      <Field form={state} name="floor" label="Who should know?">
        {(control) => (
          <select key={state.values.floor} {...control}>
            {audiences.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className="choice">
        <input type="checkbox" name="urgent" value="yes" defaultChecked={state.values.urgent === "yes"} />
        <span>
          Urgent: it cannot wait until the morning.{" "}
          <span className="field-hint">It reaches everyone at once, whatever they turned off.</span>
        </span>
      </label>
      <div className={styles.actions}>
        <IntentButton intent="preview" label="See the preview" pendingLabel="Preparing…" />
      </div>
    </>
  );
}

function Preview({
  values,
  preview: { title, body, urgent, audience },
}: {
  values: AnnouncementFormState["values"];
  preview: NonNullable<AnnouncementFormState["preview"]>;
}) {
  const entries: [AnnouncementField, string | undefined][] = [
    ["title", values.title],
    ["body", values.body],
    ["floor", values.floor],
    ["urgent", values.urgent],
  ];
  return (
    <>
      {entries.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ""} />
      ))}
      <article className={styles.preview} aria-label="Preview">
        <h3>
          {urgent && <span className={styles.urgent}>Urgent</span>} {title}
        </h3>
        <p className={styles.text}>{body}</p>
      </article>
      <p>
        It goes to <strong>{audience}</strong>, {urgent ? "at once" : "as each of them chose to be told"}.
      </p>
      <div className={styles.actions}>
        <IntentButton intent="publish" label="Publish" pendingLabel="Publishing…" />
        <IntentButton intent="edit" label="Change it" pendingLabel="Going back…" isQuiet />
      </div>
    </>
  );
}

interface IntentButtonProps {
  intent: "preview" | "edit" | "publish";
  label: string;
  pendingLabel: string;
  isQuiet?: boolean;
}

function IntentButton({ intent, label, pendingLabel, isQuiet = false }: IntentButtonProps) {
  const { pending, data } = useFormStatus();
  const isPressed = pending && data.get("intent") === intent;
  return (
    <button
      type="submit"
      name="intent"
      value={intent}
      className={isQuiet ? "button quiet wide" : "button wide"}
      disabled={pending}
    >
      {isPressed ? pendingLabel : label}
    </button>
  );
}
