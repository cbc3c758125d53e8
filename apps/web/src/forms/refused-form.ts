import type { Refusal } from "@org/commands/outcome";
import { type Language, sourceLanguage } from "@org/stores/mohallamart/words/languages";
import { sayRefusal } from "@org/stores/mohallamart/words/refusals";
import { entriesOf } from "./form-data.ts";
import { type FormRefusal, type FormState, wrongEntries } from "./form-state.ts";

/** A refused form with its entries kept, so that nothing has to be typed twice. */
export function refusedForm<Field extends string>(
  form: FormData,
  fields: readonly Field[],
  refusal: Refusal<string, Field> | string,
  language: Language = sourceLanguage,
): FormState<Field> {
  const said = typeof refusal === "string" ? { errors: {}, message: refusal } : toFormRefusal(refusal);
  return {
    refusal: language === sourceLanguage ? said : inLanguage(said, language),
    values: entriesOf(form, fields),
  };
}

/** As its reader reads it; done on the server, so that no browser loads a translation. */
function inLanguage<Field extends string>(
  { errors, message }: FormRefusal<Field>,
  language: Language,
): FormRefusal<Field> {
  const said = Object.entries<string | undefined>(errors).map(([field, error]) => [
    field,
    error && sayRefusal(error, language),
  ]);
  const wrong = wrongEntries(said.length);
  return {
    // Guarantee: the names are those of the errors.
    errors: Object.fromEntries(said) as FormRefusal<Field>["errors"],
    message: message && sayRefusal(message, language),
    summary: sayRefusal(wrong, language),
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
