import type { FormState } from "../forms/form-state.ts";
import { halfHours } from "../forms/half-hours.ts";
import { Field } from "./field.tsx";

interface HourFieldProps<Name extends string> {
  form: FormState<Name>;
  name: Name;
  label: string;
  /** What no hour is called; default English. */
  none?: string;
}

/** A half hour of the day, or none. */
export function HourField<Name extends string>({ form, name, label, none }: HourFieldProps<Name>) {
  return (
    <Field form={form} name={name} label={label}>
      {(control) => (
        <select key={form.values[name]} {...control}>
          <HourOptions none={none} />
        </select>
      )}
    </Field>
  );
}

export function HourOptions({ none = "None" }: { none?: string | undefined }) {
  return (
    <>
      <option value="">{none}</option>
      {halfHours.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}
