import { codeOf, type Language } from "@org/stores/mohallamart/words/languages";
import { maximumBodyBytes } from "../http/body-limit.ts";
import { errorWords } from "../http/error-words.ts";
import { type ErrorTexts, errorTextsId } from "./error-message.tsx";

/**
 * What `error.tsx` is going to say, in the reader's language. It stands in every page, for a page that failed can ask for
 * nothing any more; in the scripts it would be there twice and in every language.
 */
export function ErrorTextsHere({ language }: { language: Language }) {
  const code = codeOf(language);
  const size = String(maximumBodyBytes / 1024);
  const texts = Object.entries(errorWords).map(([name, entry]) => [
    name,
    entry[code].replace("{size}", size),
  ]);
  const { tooLargeTitle, notAFormTitle, tooBusyTitle } = errorWords;
  const refusals = { tooLarge: tooLargeTitle.en, notAForm: notAFormTitle.en, tooBusy: tooBusyTitle.en };
  const all: ErrorTexts = { ...Object.fromEntries(texts), refusals };
  return <template id={errorTextsId} data-texts={JSON.stringify(all)} />;
}
