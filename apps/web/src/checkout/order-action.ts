"use server";

import { type CustomerField, orderRequest } from "@org/commands/mohallamart/orders/order-request";
import type { Refusal } from "@org/commands/outcome";
import { readRequest } from "@org/commands/request";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { currentVisit } from "../analytics/track.ts";
import { withoutProducts } from "../cart/cart.ts";
import { readCart, writeCart } from "../cart/cart-cookie.ts";
import { mohallaMartCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import type { FormState } from "../forms/form-state.ts";
import { keepsEntries } from "../forms/keeps-entries.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { clientNetwork } from "../http/client-network.ts";
import { tooMany } from "../http/limit.ts";
import { currentLanguage } from "../language/current-language.ts";
import { log } from "../log.ts";
import { keepBegunOrder, keepOwnOrder } from "../orders/order-cookies.ts";
import { currentPerson } from "../session/current-person.ts";
import { orderLinks } from "../stores.ts";
import { limiter } from "../vendors.ts";
import { readOrderForm } from "./order-form.ts";
import { refreshProducts } from "./refresh-products.ts";

/**
 * Places the order of the checkout form and goes to its page, or to the payment if it is to be paid first; returns the
 * form when something is wrong.
 */
export const submitOrder = keepsEntries<FormState<CustomerField>>(async (_previous, form) => {
  const entries = readOrderForm(form);
  const read = readRequest(orderRequest, entries);
  if (!read.ok) return refuse(form, read);
  if (!(await limiter().allows("orders", await clientNetwork()))) return refuse(form, tooMany("orders"));
  const { orderId, shopId, items, payment } = read.request;
  if (!orderLinks().isProof(orderId, textOf(form, "orderProof"))) return refuse(form, outOfDate);
  const [visitId, person, language] = await Promise.all([currentVisit(), currentPerson(), currentLanguage()]);
  const userId = person?.role === "customer" ? person.id : undefined;
  const outcome = await mohallaMartCommands().placeOrder({ ...entries, visitId, userId, language });
  if (!outcome.ok) {
    log.info({ orderId, shopId, payment, refusal: outcome.code }, "an order was refused");
    return refuse(form, outcome);
  }
  await keepOwnOrder({ shopId, orderId });
  // The cart is kept until the order is paid, and so is what was typed.
  if (outcome.next === "pay") {
    await keepBegunOrder({ shopId, orderId });
    redirect(`/checkout/${shopId}/${orderId}`);
  }
  const ordered = items.map(({ productId }) => productId);
  await writeCart(withoutProducts(await readCart(), ordered));
  // There is less to order now; the cache would say so only when its entries end.
  after(() => refreshProducts(ordered));
  log.info({ orderId, shopId }, "an order was placed");
  redirect(`/orders/${orderId}`);
});

/** The id was not made for this form: with somebody else's, the order that it names would be shown. */
const outOfDate = "This form is out of date or damaged. Open your cart and check out again.";

async function refuse(
  form: FormData,
  refusal: Refusal<string, CustomerField> | string,
): Promise<FormState<CustomerField>> {
  // The page's prices and stock may be what has changed.
  refresh();
  return refusedForm(form, orderRequest.fields, refusal, await currentLanguage());
}
