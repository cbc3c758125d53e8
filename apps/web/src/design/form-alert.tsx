"use client";

import { useEffect, useRef } from "react";
import { type FormState, refusalSummary } from "../forms/form-state.ts";

interface FormAlertProps {
  /** A new value each time the form comes back, so that the alert takes the focus again. */
  attempt: object;
  message: string | undefined;
}

/** Says why a form came back; takes the focus, so that keyboard and screen reader users start from there. */
export function FormAlert({ attempt, message }: FormAlertProps) {
  const alert = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt is what the effect reacts to.
  useEffect(() => {
    alert.current?.focus();
  }, [attempt]);
  if (!message) return null;
  return (
    <div ref={alert} className="notice bad" role="alert" tabIndex={-1}>
      <p>{message}</p>
    </div>
  );
}

/** Says why a form was refused. */
export function RefusalAlert({ form }: { form: FormState<string> }) {
  return <FormAlert attempt={form} message={refusalSummary(form)} />;
}
