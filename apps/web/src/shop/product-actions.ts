"use server";

import { type ProductField, productRequest } from "@org/commands/mohallamart/products/product-request";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { entriesOf } from "../forms/form-data.ts";
import type { FormState } from "../forms/form-state.ts";
import { keepsEntries } from "../forms/keeps-entries.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";

/** Adds the form's product to the shopkeeper's shop, or changes it, and goes to the list; or returns what is wrong. */
export const saveProduct = keepsEntries<FormState<ProductField>>(async (_previous, form) => {
  const { shopId } = await requireRole("shopkeeper");
  const entries = entriesOf(form, [...productRequest.fields, "productId", "seen"]);
  const outcome = await mohallaMartCommands().saveProduct({ ...entries, shopId });
  if (outcome.ok) {
    const { productId, added } = outcome;
    log.info({ productId, shopId, added }, "a product was saved");
    redirect("/shop/products");
  }
  if (outcome.code === "damaged" || outcome.code === "not-theirs") notFound();
  // The form then carries the number that there is now.
  if (outcome.code === "stock-moved") refresh();
  return refusedForm(form, productRequest.fields, outcome);
});
