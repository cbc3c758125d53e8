"use client";

import { notAForm, tooLarge } from "#src/http/refusals.ts";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const refusal = [tooLarge, notAForm].find(({ title }) => error.message.startsWith(title));
  return (
    <main id="content" className="page narrow">
      <h1>{refusal?.title ?? "That did not work"}</h1>
      <p>
        {refusal?.message ??
          "Something on our side failed. What was not confirmed was not ordered, so nothing is lost. Try again in a moment."}
      </p>
      <p>
        <button type="button" className="button" onClick={reset}>
          Try again
        </button>
      </p>
      {error.digest && <p className="muted">If it happens again, tell us this number: {error.digest}</p>}
    </main>
  );
}
