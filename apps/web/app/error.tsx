"use client";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main id="content" className="page narrow">
      <h1>That did not work</h1>
      <p>
        Something on our side failed. Nothing you entered was lost on the way to a shop: what was not
        confirmed was not ordered. Try again in a moment.
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
