/** A form field's text; empty when the field is missing or holds a file. */
export function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}

/** Every text of a field that may stand in the form more than once. */
export function textsOf(form: FormData, field: string): string[] {
  return form.getAll(field).filter((value) => typeof value === "string");
}

/** The texts of several fields by their names. Every name has one, so the record is whole. */
export function entriesOf<Field extends string>(
  form: FormData,
  fields: readonly Field[],
): Record<Field, string> {
  return Object.fromEntries(fields.map((field) => [field, textOf(form, field)])) as Record<Field, string>;
}
