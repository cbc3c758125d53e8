"use client";

import type { CustomerField } from "@org/commands/mohallamart/orders/order-request";
import { useActionState } from "react";
import { EmailField } from "../design/email-field.tsx";
import { TextField } from "../design/field.tsx";
import { RefusalAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import type { FormState } from "../forms/form-state.ts";
import { AddressFields } from "./address-fields.tsx";
import styles from "./checkout-form.module.css";
import type { CheckoutLabels } from "./labels.ts";
import { submitOrder } from "./order-action.ts";
import { PaymentChoice } from "./payment-choice.tsx";

interface CheckoutFormProps {
  /** Makes a form that is sent twice one order. */
  orderId: string;
  /** That the id was made here. */
  orderProof: string;
  shopId: string;
  /** As the form carries them: `prod_101:2`. */
  items: readonly string[];
  /** Rupees, as shown to the customer. */
  total: number;
  /** Whether it can be paid online. */
  online: boolean;
  /** In the reader's language. */
  labels: CheckoutLabels;
  /** What is known of the customer. */
  values: FormState<CustomerField>["values"];
}

export function CheckoutForm(props: CheckoutFormProps) {
  const { orderId, orderProof, shopId, items, total, online, labels, values } = props;
  const [state, submit] = useActionState<FormState<CustomerField>, FormData>(submitOrder, { values });
  return (
    <form action={submit} className={`card ${styles.form}`} aria-labelledby="customer">
      <h2 id="customer">{labels.whoFor}</h2>
      <RefusalAlert form={state} />
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="orderProof" value={orderProof} />
      <input type="hidden" name="shopId" value={shopId} />
      <input type="hidden" name="expectedTotal" value={total} />
      {items.map((item) => (
        <input key={item} type="hidden" name="item" value={item} />
      ))}
      <TextField form={state} name="name" label={labels.name} autoComplete="name" required maxLength={100} />
      <EmailField form={state} label={labels.email} hint={labels.emailHint} />
      <TextField
        form={state}
        name="phone"
        label={labels.phone}
        type="tel"
        autoComplete="tel"
        required
        maxLength={30}
        hint={labels.phoneHint}
      />
      <AddressFields form={state} labels={labels} />
      <PaymentChoice form={state} online={online} labels={labels} />
      <SubmitButton label={labels.place} pendingLabel={labels.placing} />
    </form>
  );
}
