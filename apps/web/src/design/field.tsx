import type { InputHTMLAttributes, ReactNode } from "react";
import type { FormState } from "../forms/form-state.ts";

interface FieldProps<Name extends string> {
  /** What was entered and refused before; absent where nothing is ever refused. */
  form?: FormState<Name>;
  /** What it says at first, where there is no `form`. */
  defaultValue?: string | undefined;
  /** Unique on the page; the name unless given. */
  id?: string;
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
  const { form, defaultValue, name, id = name, label, hint, children } = props;
  const error = form?.refusal?.errors[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {children({
        id,
        name,
        defaultValue: form ? form.values[name] : defaultValue,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": described || undefined,
      })}
      {error && (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      )}
    </div>
  );
}

type TextFieldProps<Name extends string> = FieldProps<Name> &
  Omit<InputHTMLAttributes<HTMLInputElement>, "form" | "defaultValue" | "id" | "name">;

export function TextField<Name extends string>(props: TextFieldProps<Name>) {
  const { form, defaultValue, id, name, label, hint, ...input } = props;
  return (
    <Field {...{ form, defaultValue, id, name, label, hint }}>
      {(control) => <input {...input} {...control} />}
    </Field>
  );
}
