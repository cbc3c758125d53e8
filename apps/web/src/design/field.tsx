import type { InputHTMLAttributes, ReactNode } from "react";
import type { FormState } from "../forms/form-state.ts";

interface FieldProps<Name extends string> {
  /** What was entered and refused before. */
  form: FormState<Name>;
  name: Name;
  label: string;
  hint?: string;
}

interface ControlAttributes {
  id: string;
  name: string;
  defaultValue: string | undefined;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

interface FieldWithControlProps<Name extends string> extends FieldProps<Name> {
  /** Gets what ties the control to its label, its hint and what is wrong with its value. */
  children: (control: ControlAttributes) => ReactNode;
}

/** A labelled control with its hint, its last value and what is wrong with that. */
export function Field<Name extends string>(props: FieldWithControlProps<Name>) {
  const { form, name, label, hint, children } = props;
  const error = form.refusal?.errors[name];
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span id={`${name}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {children({
        id: name,
        name,
        defaultValue: form.values[name],
        "aria-invalid": error ? true : undefined,
        "aria-describedby": described || undefined,
      })}
      {error && (
        <span id={`${name}-error`} className="field-error">
          {error}
        </span>
      )}
    </div>
  );
}

type TextFieldProps<Name extends string> = FieldProps<Name> &
  Omit<InputHTMLAttributes<HTMLInputElement>, "form" | "name">;

export function TextField<Name extends string>(props: TextFieldProps<Name>) {
  const { form, name, label, hint, ...input } = props;
  return (
    <Field form={form} name={name} label={label} hint={hint}>
      {(control) => <input {...input} {...control} />}
    </Field>
  );
}
