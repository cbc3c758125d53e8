import { notAForm, tooLarge } from "../http/refusals.ts";

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
  const refusal = [tooLarge, notAForm].find(({ title }) => error.message.startsWith(title));
  return (
    <>
      <h1>{refusal?.title ?? "That did not work"}</h1>
      <p>{refusal?.message ?? `Something on our side failed. ${consequence} Try again in a moment.`}</p>
      <p>
        <button type="button" className="button" onClick={reset}>
          Try again
        </button>
      </p>
      {error.digest && <p className="muted">If it happens again, tell us this number: {error.digest}</p>}
    </>
  );
}
