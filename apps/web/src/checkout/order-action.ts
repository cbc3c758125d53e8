"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { currentVisit } from "../analytics/track.ts";
import { withoutProducts } from "../cart/cart.ts";
import { readCart, writeCart } from "../cart/cart-cookie.ts";
import type { FormRefusal } from "../forms/field-errors.ts";
import { type FormState, refusedForm } from "../forms/form-state.ts";
import { clientNetwork } from "../http/client-network.ts";
import { tooMany } from "../http/limit.ts";
import { log } from "../log.ts";
import { mohallaMart } from "../stores.ts";
import { cachedProducts, limiter } from "../vendors.ts";
import { type CustomerField, customerFields, parseOrderForm } from "./order-form.ts";
import { placeOrder } from "./place-order.ts";

/** Places the order of the checkout form and goes to its page, or returns the form with what is wrong. */
export async function submitOrder(
  _previous: FormState<CustomerField>,
  form: FormData,
): Promise<FormState<CustomerField>> {
  const { order, refusal } = parseOrderForm(form);
  if (!order) return refuse(form, refusal);
  if (!(await limiter().allows("orders", await clientNetwork()))) {
    return refuse(form, { errors: {}, message: tooMany("orders") });
  }
  const outcome = await placeOrder(mohallaMart().orders, order, { visitId: await currentVisit() });
  if (outcome.refusal !== undefined) {
    log.info({ orderId: order.orderId, shopId: order.shopId }, "an order was refused");
    return refuse(form, { errors: {}, message: outcome.refusal });
  }
  const ordered = order.items.map(({ productId }) => productId);
  await writeCart(withoutProducts(await readCart(), ordered));
  // There is less to order now; the cache would say so only when its entries end.
  after(() => refreshProducts(ordered));
  log.info({ orderId: outcome.orderId, shopId: order.shopId }, "an order was placed");
  redirect(`/orders/${outcome.orderId}`);
}

async function refreshProducts(productIds: readonly string[]): Promise<void> {
  try {
    await Promise.all(productIds.map((productId) => cachedProducts().refresh(productId)));
  } catch (error) {
    log.warn({ error }, "the cache keeps what was available before an order until its entries end");
  }
}

function refuse(form: FormData, refusal: FormRefusal<CustomerField>): FormState<CustomerField> {
  // The page's prices and stock may be what has changed.
  refresh();
  return refusedForm(form, customerFields, refusal);
}
