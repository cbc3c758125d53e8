import type { FormState } from "#src/forms/form-state.ts";

interface ConfirmBoxProps {
  form: FormState<"confirmed">;
  label: string;
}

/** A box that has to be ticked before something that cannot be undone. */
export function ConfirmBox({ form, label }: ConfirmBoxProps) {
  const error = form.refusal?.errors.confirmed;
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          name="confirmed"
          value="yes"
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={error && "confirmed-error"}
        />
        <span>{label}</span>
      </label>
      {error && (
        <span id="confirmed-error" className="field-error">
          {error}
        </span>
      )}
    </div>
  );
}
