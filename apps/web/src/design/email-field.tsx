import type { FormState } from "../forms/form-state.ts";
import { TextField } from "./field.tsx";

interface EmailFieldProps {
  form: FormState<"email">;
  label: string;
  hint?: string;
}

/** An email address. */
export function EmailField({ form, label, hint }: EmailFieldProps) {
  return (
    <TextField
      form={form}
      name="email"
      label={label}
      type="email"
      autoComplete="email"
      required
      maxLength={254}
      hint={hint}
    />
  );
}
