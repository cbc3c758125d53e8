import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { DatabaseUnavailableError } from "@org/stores/unavailable";
import { refusalPageWords } from "../http/refusal-words.ts";
import { documentLanguage } from "../language/current-language.ts";
import { asForm } from "./form-data.ts";
import type { FormState } from "./form-state.ts";

type Action<State> = (previous: State, form: FormData) => Promise<State>;

/**
 * A form's action that gives the form back, with what was typed, when the database is too slow, locked or away. An action
 * that throws takes the form from the page.
 */
export function keepsEntries<State extends FormState<string>>(action: Action<State>): Action<State> {
  return whenAvailable(action, (previous, form, message) => {
    const refusal = { errors: {}, message };
    return sameState<State>({ ...previous, refusal, values: typedInto(form) });
  });
}

/** Guarantees no more than its caller does: that only a refusal and what was typed differ from a state of that form. */
function sameState<State>(state: unknown): State {
  return state as State;
}

/**
 * The same for an action whose form shows something else.
 * @param refused is given why, in the language of the page that the form is on
 */
export function whenAvailable<State>(
  action: Action<State>,
  refused: (previous: State, form: FormData, message: string) => State,
): Action<State> {
  return async (previous, given) => {
    const form = asForm(given);
    try {
      return await action(previous, form);
    } catch (error) {
      if (!DatabaseUnavailableError.isInstance(error)) throw error;
      const { say } = wordsIn(refusalPageWords, await documentLanguage());
      return refused(previous, form, say("tooBusy"));
    }
  };
}

/** Next's own entries begin with `$`. */
function typedInto(form: FormData): Record<string, string> {
  const typed = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(typed.filter(([name]) => !name.startsWith("$")));
}
