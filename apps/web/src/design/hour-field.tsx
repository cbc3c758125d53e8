import type { FormState } from "../forms/form-state.ts";
import { halfHours } from "../forms/half-hours.ts";
import { Field } from "./field.tsx";

interface HourFieldProps<Name extends string> {
  form: FormState<Name>;
  name: Name;
  label: string;
}

/** A half hour of the day, or none. */
export function HourField<Name extends string>({ form, name, label }: HourFieldProps<Name>) {
  return (
    <Field form={form} name={name} label={label}>
      {(control) => (
        <select key={form.values[name]} {...control}>
          <HourOptions />
        </select>
      )}
    </Field>
  );
}

export function HourOptions() {
  return (
    <>
      <option value="">None</option>
      {halfHours.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}
