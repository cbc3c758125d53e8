import type { CustomerField } from "@org/commands/mohallamart/orders/order-request";
import { TextField } from "../design/field.tsx";
import type { FormState } from "../forms/form-state.ts";

/** Where the order is brought to. */
export function AddressFields({ form }: { form: FormState<CustomerField> }) {
  return (
    <>
      <TextField
        form={form}
        name="line1"
        label="House or flat, and building"
        autoComplete="address-line1"
        required
        maxLength={100}
      />
      <TextField
        form={form}
        name="line2"
        label="Street and area"
        autoComplete="address-line2"
        maxLength={100}
      />
      <TextField
        form={form}
        name="landmark"
        label="Landmark"
        maxLength={100}
        hint="What is beside it, such as a temple, a school or a shop. May stay empty."
      />
      <TextField
        form={form}
        name="pinCode"
        label="PIN code"
        inputMode="numeric"
        autoComplete="postal-code"
        required
        maxLength={10}
      />
    </>
  );
}
