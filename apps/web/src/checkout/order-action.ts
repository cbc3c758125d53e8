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
import { limiter, payments } from "../vendors.ts";
import { type CustomerField, customerFields, parseOrderForm, type RequestedOrder } from "./order-form.ts";
import { placeOrder } from "./place-order.ts";
import { refreshProducts } from "./refresh-products.ts";
import type { Refusable } from "./refusals.ts";
import { notNow, startPayment } from "./start-payment.ts";

/**
 * Places the order of the checkout form and goes to its page, or to the payment if it is to be paid first; returns the
 * form when something is wrong.
 */
export async function submitOrder(
  _previous: FormState<CustomerField>,
  form: FormData,
): Promise<FormState<CustomerField>> {
  const { order, payment, refusal } = parseOrderForm(form);
  if (!order) return refuse(form, refusal);
  if (!(await limiter().allows("orders", await clientNetwork()))) {
    return refuse(form, { errors: {}, message: tooMany("orders") });
  }
  const visitId = await currentVisit();
  const outcome = await (payment === "prepaid"
    ? goToPay(order, visitId)
    : placeOrder(mohallaMart().orders, order, { visitId }));
  if (outcome.refusal !== undefined) {
    log.info({ orderId: order.orderId, shopId: order.shopId, payment }, "an order was refused");
    return refuse(form, { errors: {}, message: outcome.refusal });
  }
  // The cart is kept until the order is paid.
  if (payment === "prepaid") redirect(`/checkout/${order.shopId}/${order.orderId}`);
  const ordered = order.items.map(({ productId }) => productId);
  await writeCart(withoutProducts(await readCart(), ordered));
  // There is less to order now; the cache would say so only when its entries end.
  after(() => refreshProducts(ordered));
  log.info({ orderId: order.orderId, shopId: order.shopId }, "an order was placed");
  redirect(`/orders/${order.orderId}`);
}

async function goToPay(order: RequestedOrder, visitId: string | undefined): Promise<Refusable<object>> {
  const vendor = payments();
  if (!vendor) return { refusal: notNow };
  return startPayment({ ...mohallaMart(), payments: vendor, log }, { ...order, visitId });
}

function refuse(form: FormData, refusal: FormRefusal<CustomerField>): FormState<CustomerField> {
  // The page's prices and stock may be what has changed.
  refresh();
  return refusedForm(form, customerFields, refusal);
}
