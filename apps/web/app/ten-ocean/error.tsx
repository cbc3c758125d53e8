"use client";

import { ErrorMessage, type ErrorPageProps } from "#src/design/error-message.tsx";

export default function PortalErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className="page narrow">
      <ErrorMessage
        error={error}
        reset={reset}
        consequence="What you sent may not have arrived, and a form that is sent again counts once."
      />
    </div>
  );
}
