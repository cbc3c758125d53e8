import { Field } from "../../design/field.tsx";
import type { FormState } from "../../forms/form-state.ts";
import { MentionTextarea } from "./mention-textarea.tsx";

interface BodyFieldProps<Name extends string> {
  form: FormState<Name | "body">;
  label: string;
  rows: number;
}

/** The text of a post. */
export function BodyField<Name extends string>({ form, label, rows }: BodyFieldProps<Name>) {
  return (
    <Field
      form={form}
      name="body"
      label={label}
      hint="Write @ and a neighbor’s full name to tell them of it."
    >
      {(control) => (
        <MentionTextarea key={form.values.body} {...control} rows={rows} required maxLength={10_000} />
      )}
    </Field>
  );
}
