"use client";

import type { RsvpResponse } from "@org/stores/ten-ocean/port";
import { useActionState } from "react";
import { Field } from "../../design/field.tsx";
import { RefusalAlert } from "../../design/form-alert.tsx";
import { SubmitButton } from "../../design/submit-button.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { type AnswerField, submitAnswer } from "./answer-action.ts";

interface AnswerFormProps {
  eventId: string;
  mostGuests: number;
  /** What they answered before. */
  values: FormState<AnswerField>["values"];
}

const choices: readonly { response: RsvpResponse; label: string }[] = [
  { response: "going", label: "I am going" },
  { response: "maybe", label: "Maybe" },
  { response: "declined", label: "I cannot come" },
];

/** Where a resident answers an invitation, or changes the answer. */
export function AnswerForm({ eventId, mostGuests, values }: AnswerFormProps) {
  const [state, submit] = useActionState(submitAnswer, { values });
  const wrong = state.refusal?.errors.response;
  return (
    <form action={submit} aria-label="Your answer">
      <RefusalAlert form={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <fieldset className="choices" aria-describedby={wrong && "response-error"}>
        <legend>Are you coming?</legend>
        {choices.map(({ response, label }) => (
          <label key={`${response} ${state.values.response}`} className="choice">
            <input
              type="radio"
              name="response"
              value={response}
              defaultChecked={state.values.response === response}
              required
            />
            {label}
          </label>
        ))}
        {wrong && (
          <span id="response-error" className="field-error">
            {wrong}
          </span>
        )}
      </fieldset>
      <Field
        form={state}
        name="guests"
        label="Guests you bring"
        hint="They need seats too. Nothing to enter for the other answers."
      >
        {(control) => (
          <select key={state.values.guests} {...control}>
            {Array.from({ length: mostGuests + 1 }, (_, guests) => String(guests)).map((guests) => (
              <option key={guests} value={guests}>
                {guests === "0" ? "None" : guests}
              </option>
            ))}
          </select>
        )}
      </Field>
      <SubmitButton label="Send your answer" pendingLabel="Sending…" />
    </form>
  );
}
