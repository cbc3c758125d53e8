import type { z } from "zod";

/** The first message of each field that is wrong. */
export type FieldErrors<Field extends string> = Partial<Record<Field, string>>;

/** Why a form was not accepted, as the form shows it. */
export interface FormRefusal<Field extends string> {
  errors: FieldErrors<Field>;
  /** About the form as a whole. */
  message?: string;
}

export function fieldErrors<Field extends string>(
  error: z.ZodError,
  fields: readonly Field[],
): FieldErrors<Field> {
  const errors: FieldErrors<Field> = {};
  for (const field of fields) {
    const issue = error.issues.find(({ path }) => path[0] === field);
    if (issue) errors[field] = issue.message;
  }
  return errors;
}
