import { unavailableDigest } from "@org/stores/unavailable-digest";
import { notAForm, type Refusal, tooBusy, tooLarge } from "../http/refusals.ts";

/** What Next gives to `error.tsx`. */
export interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

interface ErrorMessageProps extends ErrorPageProps {
  /** What a failure on our side means for what the person was doing. */
  consequence: string;
}

/** What `error.tsx` shows: why a form was refused before any route ran, or that something failed. */
export function ErrorMessage({ error, reset, consequence }: ErrorMessageProps) {
  const refusal = refusalOf(error);
  return (
    <>
      <h1>{refusal?.title ?? "That did not work"}</h1>
      <p>{refusal?.message ?? `Something on our side failed. ${consequence} Try again in a moment.`}</p>
      <p>
        <button type="button" className="button" onClick={reset}>
          Try again
        </button>
      </p>
      {error.digest && !refusal && (
        <p className="muted">If it happens again, tell us this number: {error.digest}</p>
      )}
    </>
  );
}

/** Why a form was refused before any route ran; or that the database failed a page that was opened without a reload. */
function refusalOf({ message, digest }: ErrorPageProps["error"]): Refusal | undefined {
  if (digest === unavailableDigest) return tooBusy;
  return [tooLarge, notAForm, tooBusy].find(({ title }) => message.startsWith(title));
}
