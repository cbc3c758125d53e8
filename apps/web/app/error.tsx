"use client";

import { ErrorMessage, type ErrorPageProps } from "#src/design/error-message.tsx";

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main id="content" className="page narrow">
      <ErrorMessage error={error} reset={reset} />
    </main>
  );
}
