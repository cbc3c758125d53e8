"use client";

import { useActionState } from "react";
import { SubmitButton } from "../design/submit-button.tsx";
import styles from "./move-form.module.css";
import { advanceOrder } from "./order-actions.ts";

interface MoveFormProps {
  orderId: string;
  status: "packed" | "shipped" | "delivered";
}

const labels = { packed: "It is packed", shipped: "It is on its way", delivered: "It is delivered" } as const;

/** Takes an order one step further; on the way, a delivery partner's number can be given. */
export function MoveForm({ orderId, status }: MoveFormProps) {
  const [{ refusal }, submit] = useActionState(advanceOrder, {});
  return (
    <form action={submit} className={styles.form}>
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="status" value={status} />
      {status === "shipped" && (
        <label className={styles.number}>
          Tracking number, if there is one
          <input name="trackingNumber" maxLength={100} autoComplete="off" />
        </label>
      )}
      {refusal && (
        <p className="field-error" role="alert">
          {refusal}
        </p>
      )}
      <SubmitButton label={labels[status]} pendingLabel="One moment…" />
    </form>
  );
}
