import { storable } from "@org/events/text";

/** What an action was given: whoever calls it by a program of their own may send something else than a form. */
export function asForm(given: unknown): FormData {
  return given instanceof FormData ? given : new FormData();
}

/** A form field's text, without what no database keeps; empty when the field is missing or holds a file. */
export function textOf(form: FormData, field: string): string {
  const value = asForm(form).get(field);
  return typeof value === "string" ? storable(value) : "";
}

/** Every text of a field that may stand in the form more than once, likewise. */
export function textsOf(form: FormData, field: string): string[] {
  return asForm(form)
    .getAll(field)
    .flatMap((value) => (typeof value === "string" ? storable(value) : []));
}

/** The texts of several fields by their names. Every name has one, so the record is whole. */
export function entriesOf<Field extends string>(
  form: FormData,
  fields: readonly Field[],
): Record<Field, string> {
  return Object.fromEntries(fields.map((field) => [field, textOf(form, field)])) as Record<Field, string>;
}
