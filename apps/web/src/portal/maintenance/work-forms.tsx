"use client";

import type { RequestStatus } from "@org/stores/ten-ocean/port";
import { useActionState } from "react";
import { Field, TextField } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import { submitAssignment, submitChange, submitResolution } from "./request-actions.ts";
import { priorityOrder, priorityWords, statusWords } from "./request-words.ts";

interface AssignFormProps {
  requestId: string;
  assigneeId: string | undefined;
  /** Whoever can be put in charge, in groups. */
  members: readonly { group: string; people: readonly { id: string; name: string }[] }[];
}

export function AssignForm({ requestId, assigneeId = "", members }: AssignFormProps) {
  const [state, submit] = useActionState(submitAssignment, { values: { assigneeId } });
  return (
    <form action={submit} className="card" aria-label="Who is in charge">
      <RefusalAlert form={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <Field form={{ ...state, values: { assigneeId, ...state.values } }} name="assigneeId" label="In charge">
        {(control) => (
          <select key={control.defaultValue} {...control} required>
            <option value="">Nobody yet</option>
            {members.map(({ group, people }) => (
              <optgroup key={group} label={group}>
                {people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <SubmitButton label="Put in charge" pendingLabel="One moment…" quiet />
    </form>
  );
}

interface ChangeFormProps {
  requestId: string;
  /** As they are now; the date by the building's clock, as a field has it. */
  values: { status: string; priority: string; scheduledFor: string };
  /** What can be set by hand. */
  statuses: readonly RequestStatus[];
}

export function ChangeForm({ requestId, values, statuses }: ChangeFormProps) {
  const [returned, submit] = useActionState(submitChange, { values });
  const state = { ...returned, values: { ...values, ...returned.values } };
  return (
    <form action={submit} className="card" aria-label="Where it stands">
      <RefusalAlert form={returned} />
      <input type="hidden" name="requestId" value={requestId} />
      <Field form={state} name="status" label="Status">
        {(control) => (
          <select key={control.defaultValue} {...control}>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {statusWords[status]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field form={state} name="priority" label="Priority">
        {(control) => (
          <select key={control.defaultValue} {...control}>
            {priorityOrder.map((priority) => (
              <option key={priority} value={priority}>
                {priorityWords[priority].label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        form={state}
        name="scheduledFor"
        label="When somebody comes"
        hint="By the building’s clock. Leave it empty for no date."
        type="datetime-local"
      />
      <SubmitButton label="Save" pendingLabel="Saving…" quiet />
    </form>
  );
}

export function ResolveForm({ requestId }: { requestId: string }) {
  const [state, submit] = useActionState(submitResolution, { values: {} });
  return (
    <form action={submit} className="card" aria-label="It is done">
      <RefusalAlert form={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <Field
        form={state}
        name="resolution"
        label="What was done"
        hint="Whoever reported it reads this, and is asked whether it is fixed."
      >
        {(control) => <textarea {...control} rows={3} required maxLength={1_000} />}
      </Field>
      <SubmitButton label="It is done" pendingLabel="One moment…" />
    </form>
  );
}
