/** A form field's text; empty when the field is missing or holds a file. */
export function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}

/** Every text of a field that may stand in the form more than once. */
export function textsOf(form: FormData, field: string): string[] {
  return form.getAll(field).filter((value) => typeof value === "string");
}
