import type { CustomerField } from "@org/commands/mohallamart/orders/order-request";
import { TextField } from "../design/field.tsx";
import type { FormState } from "../forms/form-state.ts";
import type { CheckoutLabels } from "./labels.ts";

/** Where the order is brought to. */
export function AddressFields({ form, labels }: { form: FormState<CustomerField>; labels: CheckoutLabels }) {
  return (
    <>
      <TextField
        form={form}
        name="line1"
        label={labels.line1}
        autoComplete="address-line1"
        required
        maxLength={100}
      />
      <TextField form={form} name="line2" label={labels.line2} autoComplete="address-line2" maxLength={100} />
      <TextField
        form={form}
        name="landmark"
        label={labels.landmark}
        maxLength={100}
        hint={labels.landmarkHint}
      />
      <TextField
        form={form}
        name="pinCode"
        label={labels.pinCode}
        inputMode="numeric"
        autoComplete="postal-code"
        required
        maxLength={10}
      />
    </>
  );
}
