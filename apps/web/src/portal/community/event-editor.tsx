"use client";

import type { EventField } from "@org/commands/ten-ocean/community/event-request";
import { useActionState } from "react";
import { Field, TextField } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { changeEvent, planEvent } from "./event-actions.ts";

interface EventEditorProps {
  /** Makes a form that is sent twice one event. */
  eventId: string;
  /** The revision that the form is made of; absent for a new event. */
  seen?: number;
  values: FormState<EventField>["values"];
}

/** The form in which an organizer describes an event. */
export function EventEditor({ eventId, seen, values }: EventEditorProps) {
  const isNew = seen === undefined;
  const [state, submit] = useActionState(isNew ? planEvent : changeEvent, { values });
  return (
    <form action={submit} className="card" aria-label="Event">
      <RefusalAlert form={state} />
      <input type="hidden" name="eventId" value={eventId} />
      {!isNew && <input type="hidden" name="seen" value={seen} />}
      <TextField form={state} name="title" label="Title" required maxLength={120} />
      <Field form={state} name="description" label="What it is">
        {(control) => <textarea {...control} rows={5} required maxLength={4000} />}
      </Field>
      <TextField
        form={state}
        name="location"
        label="Where"
        hint="As “Roof terrace” or “Lobby”."
        required
        maxLength={200}
      />
      <TextField
        form={state}
        name="startsAt"
        label="Starts"
        type="datetime-local"
        hint="By the clock of the building, in New York."
        required
      />
      <TextField
        form={state}
        name="endsAt"
        label="Ends"
        type="datetime-local"
        hint="Leave it empty if you do not know."
      />
      <TextField
        form={state}
        name="capacity"
        label="Seats"
        inputMode="numeric"
        hint="Guests included. Leave it empty if there is room for everybody."
        maxLength={4}
      />
      {isNew ? (
        <SubmitButton label="Plan it and invite the residents" pendingLabel="Planning…" />
      ) : (
        <SubmitButton label="Save the changes" pendingLabel="Saving…" />
      )}
    </form>
  );
}
