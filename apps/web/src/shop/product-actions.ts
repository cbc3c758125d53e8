"use server";

import { productId as productIdSchema } from "@org/events/mohallamart/fields";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { textOf } from "../forms/form-data.ts";
import { type FormState, refusedForm } from "../forms/form-state.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { mohallaMart } from "../stores.ts";
import { type ProductField, parseProductForm, productFields } from "./product-form.ts";
import { addProduct, changeProduct } from "./save-product.ts";

/** Adds the form's product to the shopkeeper's shop, or changes it, and goes to the list; or returns what is wrong. */
export async function saveProduct(
  _previous: FormState<ProductField>,
  form: FormData,
): Promise<FormState<ProductField>> {
  const { shopId } = await requireRole("shopkeeper");
  const productId = productIdSchema.safeParse(textOf(form, "productId")).data;
  if (productId === undefined) notFound();
  const { product, refusal } = parseProductForm(form);
  if (!product) return refusedForm(form, productFields, refusal);
  const { products } = mohallaMart();
  const existing = await products.get(productId);
  if (existing && existing.shopId !== shopId) notFound();
  if (existing) {
    const outcome = await changeProduct(products, productId, product, Number(textOf(form, "seen")));
    if (outcome.refusal !== undefined) {
      // The form then carries the number that there is now.
      refresh();
      return refusedForm(form, productFields, { errors: {}, message: outcome.refusal });
    }
  } else {
    await addProduct(products, { productId, shopId }, product);
  }
  log.info({ productId, shopId, added: !existing }, "a product was saved");
  redirect("/shop/products");
}
