import { unavailableDigest } from "@org/stores/unavailable-digest";
import type { errorWords } from "../http/error-words.ts";

/** What Next gives to `error.tsx`. */
export interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

interface ErrorMessageProps extends ErrorPageProps {
  /** What a failure on our side means for what the person was doing; default: what it means for whoever orders. */
  consequence?: string;
}

export const errorTextsId = "error-texts";

type Refused = "tooLarge" | "notAForm" | "tooBusy";

/** Every text of the words in one language, and how a refusal's own page begins, by which it is known. */
export type ErrorTexts = Partial<Record<keyof typeof errorWords, string>> & {
  refusals?: Record<Refused, string>;
};

/**
 * What `error.tsx` shows, in the language of the document, which holds the texts: why a form was refused before any route
 * ran, or that something failed. It runs in the browser alone, where nothing can be asked any more.
 */
export function ErrorMessage({ error, reset, consequence }: ErrorMessageProps) {
  const texts = textsHere();
  const refusal = refusalOf(error, texts);
  const title: keyof typeof errorWords = refusal ? `${refusal}Title` : "failedTitle";
  const failed = consequence
    ? `Something on our side failed. ${consequence} Try again in a moment.`
    : texts.failed;
  return (
    <>
      <h1>{texts[title]}</h1>
      <p>{refusal ? texts[refusal] : failed}</p>
      <p>
        <button type="button" className="button" onClick={reset}>
          {texts.again}
        </button>
      </p>
      {error.digest && !refusal && (
        <p className="muted">{texts.tellNumber?.replace("{digest}", error.digest)}</p>
      )}
    </>
  );
}

function textsHere(): ErrorTexts {
  const { texts = "{}" } = document.getElementById(errorTextsId)?.dataset ?? {};
  return JSON.parse(texts);
}

/** Why a form was refused before any route ran; or that the database failed a page that was opened without a reload. */
function refusalOf(
  { message, digest }: ErrorPageProps["error"],
  { refusals }: ErrorTexts,
): Refused | undefined {
  if (digest === unavailableDigest) return "tooBusy";
  return (["tooLarge", "notAForm", "tooBusy"] as const).find(
    (name) => refusals && message.startsWith(refusals[name]),
  );
}
