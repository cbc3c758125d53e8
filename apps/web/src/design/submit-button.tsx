"use client";

import { useFormStatus } from "react-dom";

interface SubmitButtonProps {
  label: string;
  /** While the form is being sent. */
  pendingLabel: string;
}

/** A form's main button; it cannot be pressed twice while the form is being sent. */
export function SubmitButton({ label, pendingLabel }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button type="submit" className="button wide" disabled={pending}>
      {pending ? pendingLabel : label}
    </button>
  );
}
