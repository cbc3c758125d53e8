import { languages } from "@org/stores/mohallamart/words/languages";
import { frameWords } from "../design/words.ts";
import { currentWords } from "./current-words.ts";
import { chooseLanguage } from "./language-actions.ts";

/** Each language under its own name; a plain form, so that it works without JavaScript. */
export async function LanguageSwitcher() {
  const { say, language } = await currentWords(frameWords);
  return (
    <form action={chooseLanguage} aria-label={say("language")}>
      {languages.map(({ tag, name }, place) => (
        <span key={tag}>
          {place > 0 && <span aria-hidden="true"> · </span>}
          <button
            type="submit"
            name="language"
            value={tag}
            lang={tag}
            className="text-button"
            aria-pressed={tag === language}
          >
            {name}
          </button>
        </span>
      ))}
    </form>
  );
}
