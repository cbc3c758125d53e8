"use server";

import { track } from "../analytics/track.ts";
import { textOf, textsOf } from "../forms/form-data.ts";
import { quantityOf, withoutProducts, withQuantity } from "./cart.ts";
import { readCart, writeCart } from "./cart-cookie.ts";

/** Adds `change` (a whole number, mostly 1 or -1) to the quantity of `productId`. */
export async function changeQuantity(form: FormData): Promise<void> {
  const cart = await readCart();
  const productId = textOf(form, "productId");
  const change = Number(textOf(form, "change") || Number.NaN);
  const before = quantityOf(cart, productId);
  const changed = withQuantity(cart, productId, Math.max(0, before + change));
  await writeCart(changed);
  if (quantityOf(changed, productId) > before)
    await track({ event: "cart.added", properties: { productId } });
}

/** Takes each `productId` of the form out. */
export async function removeProducts(form: FormData): Promise<void> {
  await writeCart(withoutProducts(await readCart(), textsOf(form, "productId")));
}
