import type { FormState } from "../forms/form-state.ts";
import type { CheckoutLabels } from "./labels.ts";
import styles from "./payment-choice.module.css";

interface PaymentChoiceProps {
  /** What was chosen and refused before. */
  form: FormState<"payment">;
  /** Whether a payment vendor is configured. */
  online: boolean;
  labels: CheckoutLabels;
}

/** How the order is paid: a choice where there is one. */
export function PaymentChoice({ form, online, labels }: PaymentChoiceProps) {
  const cash = { value: "cash", title: labels.cash, text: labels.cashHint };
  if (!online) {
    return (
      <p className={styles.only}>
        <input type="hidden" name="payment" value="cash" />
        <strong>{cash.title}.</strong> {cash.text}
      </p>
    );
  }
  const prepaid = { value: "prepaid", title: labels.prepaid, text: labels.prepaidHint };
  const chosen = form.values.payment || cash.value;
  const error = form.refusal?.errors.payment;
  return (
    <fieldset className={styles.choice}>
      <legend>{labels.howToPay}</legend>
      {[cash, prepaid].map(({ value, title, text }) => (
        <label key={value} className={styles.way}>
          <input type="radio" name="payment" value={value} defaultChecked={value === chosen} />
          <span>
            <strong>{title}</strong>
            <span className="field-hint">{text}</span>
          </span>
        </label>
      ))}
      {error && <span className="field-error">{error}</span>}
    </fieldset>
  );
}
