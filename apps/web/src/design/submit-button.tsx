"use client";

import { useFormStatus } from "react-dom";

interface SubmitButtonProps {
  label: string;
  /** While the form is being sent. */
  pendingLabel: string;
  /** Of a form that is not what its page is for. */
  quiet?: boolean;
}

/** A form's button; it cannot be pressed twice while the form is being sent. */
export function SubmitButton({ label, pendingLabel, quiet }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button type="submit" className={quiet ? "button quiet" : "button wide"} disabled={pending}>
      {pending ? pendingLabel : label}
    </button>
  );
}
