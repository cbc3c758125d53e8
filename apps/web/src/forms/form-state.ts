import type { FormRefusal } from "./field-errors.ts";
import { textOf } from "./form-data.ts";

/** What a form shows after it was sent and refused: the reasons and what was entered. */
export interface FormState<Field extends string> {
  refusal?: FormRefusal<Field>;
  values: Partial<Record<Field, string>>;
}

/** A refused form with its entries kept, so that nothing has to be typed twice. */
export function refusedForm<Field extends string>(
  form: FormData,
  fields: readonly Field[],
  refusal: FormRefusal<Field>,
): FormState<Field> {
  const values: Partial<Record<Field, string>> = {};
  for (const field of fields) values[field] = textOf(form, field);
  return { refusal, values };
}

/** The sentence above a form that came back; undefined when it did not. */
export function refusalSummary({ refusal }: FormState<string>): string | undefined {
  if (!refusal) return undefined;
  const wrong = Object.keys(refusal.errors).length;
  const fields = wrong === 1 ? "One entry below needs a change." : `${wrong} entries below need a change.`;
  return [refusal.message, wrong > 0 && fields].filter(Boolean).join(" ");
}
