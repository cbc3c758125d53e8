import type { Refusal } from "@org/commands/outcome";
import { entriesOf } from "./form-data.ts";

/** Why a form was not accepted, as the form shows it. */
interface FormRefusal<Field extends string> {
  /** At the entries that need a change. */
  errors: Partial<Record<Field, string>>;
  /** About the form as a whole. */
  message?: string;
}

/** What a form shows after it was sent and refused: the reasons and what was entered. */
export interface FormState<Field extends string> {
  refusal?: FormRefusal<Field>;
  values: Partial<Record<Field, string>>;
}

/** A refused form with its entries kept, so that nothing has to be typed twice. */
export function refusedForm<Field extends string>(
  form: FormData,
  fields: readonly Field[],
  refusal: Refusal<string, Field> | string,
): FormState<Field> {
  return {
    refusal: typeof refusal === "string" ? { errors: {}, message: refusal } : toFormRefusal(refusal),
    values: entriesOf(form, fields),
  };
}

/** What is said at an entry is not said above the form as well. */
function toFormRefusal<Field extends string>({
  code,
  message,
  fields = {},
}: Refusal<string, Field>): FormRefusal<Field> {
  const atEntries = Object.keys(fields).length > 0 && code !== "damaged";
  return { errors: fields, message: atEntries ? undefined : message };
}

/** The sentence above a form that came back; undefined when it did not. */
export function refusalSummary({ refusal }: FormState<string>): string | undefined {
  if (!refusal) return undefined;
  const wrong = Object.keys(refusal.errors).length;
  const fields = wrong === 1 ? "One entry below needs a change." : `${wrong} entries below need a change.`;
  return [refusal.message, wrong > 0 && fields].filter(Boolean).join(" ");
}
