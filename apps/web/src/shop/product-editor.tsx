"use client";

import type { ProductField } from "@org/commands/mohallamart/products/product-request";
import { useActionState } from "react";
import { Field, TextField } from "../design/field.tsx";
import { RefusalAlert } from "../design/form-alert.tsx";
import { SubmitButton } from "../design/submit-button.tsx";
import type { FormState } from "../forms/form-state.ts";
import { saveProduct } from "./product-actions.ts";

interface ProductEditorProps {
  productId: string;
  /** How many pieces can be ordered now; absent for a new product. */
  available?: number;
  values: FormState<ProductField>["values"];
  /** The shop's categories so far. */
  categories: readonly string[];
}

/** The form in which a shopkeeper describes a product. */
export function ProductEditor({ productId, available, values, categories }: ProductEditorProps) {
  const [state, submit] = useActionState(saveProduct, { values });
  return (
    <form action={submit} className="card" aria-label="Product">
      <RefusalAlert form={state} />
      <input type="hidden" name="productId" value={productId} />
      {available !== undefined && <input type="hidden" name="seen" value={available} />}
      <TextField form={state} name="name" label="Name" required maxLength={100} />
      <TextField
        form={state}
        name="category"
        label="Category"
        required
        maxLength={60}
        list="categories"
        hint="One of yours, or a new one."
      />
      <datalist id="categories">
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <TextField
        form={state}
        name="unit"
        label="One piece is"
        required
        maxLength={40}
        hint="As 500 g or 1 dozen."
      />
      <Field form={state} name="description" label="Description">
        {(control) => <textarea {...control} rows={3} required maxLength={300} />}
      </Field>
      <TextField
        form={state}
        name="price"
        label="Price in rupees"
        inputMode="decimal"
        required
        maxLength={10}
      />
      <TextField
        form={state}
        name="available"
        label="Pieces to sell"
        inputMode="numeric"
        required
        maxLength={6}
        hint="Without those that are promised to orders already."
      />
      <SubmitButton label="Save" pendingLabel="Saving…" />
    </form>
  );
}
