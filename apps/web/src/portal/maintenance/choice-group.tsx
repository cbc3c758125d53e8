import type { FormState } from "../../forms/form-state.ts";
import styles from "./choice-group.module.css";

interface ChoiceGroupProps<Name extends string> {
  form: FormState<Name>;
  name: Name;
  legend: string;
  choices: readonly { value: string; label: string; hint?: string }[];
  /** Chosen until somebody chooses. */
  first: string;
}

/** One of several, each with what it means. */
export function ChoiceGroup<Name extends string>({
  form,
  name,
  legend,
  choices,
  first,
}: ChoiceGroupProps<Name>) {
  const error = form.refusal?.errors[name];
  const chosen = form.values[name] ?? first;
  return (
    <fieldset className="choices" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {choices.map(({ value, label, hint }) => (
        <label key={`${value}:${chosen}`} className={`choice ${styles.choice}`}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>
            {label}
            {hint && <span className="field-hint"> {hint}</span>}
          </span>
        </label>
      ))}
      {error && (
        <span id={`${name}-error`} className="field-error">
          {error}
        </span>
      )}
    </fieldset>
  );
}
