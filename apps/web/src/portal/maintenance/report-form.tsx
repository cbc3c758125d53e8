"use client";

import type { ReportField } from "@org/commands/ten-ocean/maintenance/report-request";
import { useActionState } from "react";
import { Field, TextField } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { ChoiceGroup } from "./choice-group.tsx";
import { submitReport } from "./report-action.ts";
import { categoryWords, priorityOrder, priorityWords } from "./request-words.ts";

interface ReportFormProps {
  /** Makes a form that is sent twice one request. */
  requestId: string;
  /** The resident's own; undefined when their profile names none. */
  unit: { unitId: string; label: string } | undefined;
}

const untouched: FormState<ReportField> = { values: {} };
const commonArea = { value: "unit_common", label: "In a part of the building that everybody uses" };
const priorities = priorityOrder.map((value) => ({
  value,
  label: `${priorityWords[value].label}:`,
  hint: priorityWords[value].meaning,
}));

export function ReportForm({ requestId, unit }: ReportFormProps) {
  const [state, submit] = useActionState(submitReport, untouched);
  const own = unit ? [{ value: unit.unitId, label: `In my unit, ${unit.label}` }] : [];
  return (
    <form action={submit} className="card" aria-label="Report a repair">
      <RefusalAlert form={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <Field form={state} name="category" label="What is it about?">
        {(control) => (
          <select key={state.values.category} {...control} required>
            <option value="">Choose…</option>
            {Object.entries(categoryWords).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ChoiceGroup
        form={state}
        name="place"
        legend="Where is it?"
        choices={[...own, commonArea]}
        first={unit?.unitId ?? commonArea.value}
      />
      {!unit && <p className="muted">Your profile names no unit, so you can report what everybody uses.</p>}
      <TextField
        form={state}
        name="area"
        label="Where in the building"
        hint="Only for what everybody uses: “Lobby”, “Stairs, third floor”."
        maxLength={80}
      />
      <ChoiceGroup
        form={state}
        name="priority"
        legend="How urgent is it?"
        choices={priorities}
        first="normal"
      />
      <Field
        form={state}
        name="description"
        label="What is wrong?"
        hint="What you see, since when, and when somebody can come in."
      >
        {(control) => <textarea {...control} rows={6} required maxLength={4_000} />}
      </Field>
      <SubmitButton label="Report it" pendingLabel="Reporting…" />
    </form>
  );
}
