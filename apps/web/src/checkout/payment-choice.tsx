import type { FormState } from "../forms/form-state.ts";
import styles from "./payment-choice.module.css";

interface PaymentChoiceProps {
  /** What was chosen and refused before. */
  form: FormState<"payment">;
  /** Whether a payment vendor is configured. */
  online: boolean;
}

const ways = [
  { value: "cash", title: "Cash on delivery", text: "You pay when the order is at your door." },
  {
    value: "prepaid",
    title: "Pay online (UPI, card)",
    text: "You pay on the next page; the order is placed once your bank agrees.",
  },
] as const;

/** How the order is paid: a choice where there is one. */
export function PaymentChoice({ form, online }: PaymentChoiceProps) {
  const [cash] = ways;
  if (!online) {
    return (
      <p className={styles.only}>
        <input type="hidden" name="payment" value="cash" />
        <strong>{cash.title}.</strong> {cash.text}
      </p>
    );
  }
  const chosen = form.values.payment || cash.value;
  const error = form.refusal?.errors.payment;
  return (
    <fieldset className={styles.choice}>
      <legend>How do you want to pay?</legend>
      {ways.map(({ value, title, text }) => (
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
