import type { LanguageCode } from "@org/stores/mohallamart/words/languages";
import { unavailableDigest } from "@org/stores/unavailable-digest";
import { maximumBodyBytes } from "../http/body-limit.ts";
import { errorWords } from "../http/error-words.ts";

/** What Next gives to `error.tsx`. */
export interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

interface ErrorMessageProps extends ErrorPageProps {
  /** What a failure on our side means for what the person was doing; default: what it means for whoever orders. */
  consequence?: string;
}

/**
 * What `error.tsx` shows, in the language of the document: why a form was refused before any route ran, or that something
 * failed. It runs in the browser alone, where nothing can be asked any more.
 */
export function ErrorMessage({ error, reset, consequence }: ErrorMessageProps) {
  const language = documentLanguage();
  const say = (key: keyof typeof errorWords) => errorWords[key][language];
  const refusal = refusalOf(error);
  const failed = consequence
    ? `Something on our side failed. ${consequence} Try again in a moment.`
    : say("failed");
  return (
    <>
      <h1>{say(refusal ? `${refusal}Title` : "failedTitle")}</h1>
      <p>{refusal ? say(refusal).replace("{size}", size) : failed}</p>
      <p>
        <button type="button" className="button" onClick={reset}>
          {say("again")}
        </button>
      </p>
      {error.digest && !refusal && (
        <p className="muted">{say("tellNumber").replace("{digest}", error.digest)}</p>
      )}
    </>
  );
}

const size = String(maximumBodyBytes / 1024);

/** Without the library of the other pages, which every page would bring for this one. */
function documentLanguage(): LanguageCode {
  const code = typeof document === "undefined" ? "" : document.documentElement.lang.slice(0, 2);
  return code === "hi" || code === "kn" ? code : "en";
}

const refusals = ["tooLarge", "notAForm", "tooBusy"] as const;

/** Why a form was refused before any route ran; or that the database failed a page that was opened without a reload. */
function refusalOf({ message, digest }: ErrorPageProps["error"]): (typeof refusals)[number] | undefined {
  if (digest === unavailableDigest) return "tooBusy";
  return refusals.find((name) => message.startsWith(errorWords[`${name}Title`].en));
}
