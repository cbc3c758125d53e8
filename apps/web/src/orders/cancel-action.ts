"use server";

import { notFound, redirect } from "next/navigation";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { mohallaMart } from "../stores.ts";
import { cancelOrder } from "./cancel-order.ts";
import { findOrder } from "./find-order.ts";

/** Cancels the order of the form. Whoever knows an order's id may, as they may see it: nobody can guess one. */
export async function submitCancellation(form: FormData): Promise<void> {
  const orderId = textOf(form, "orderId");
  if (!(await findOrder(orderId))) notFound();
  const cancelled = await cancelOrder(mohallaMart().orders, orderId);
  log.info({ orderId, cancelled }, "a customer cancelled an order");
  // Too late, the cancel page says why.
  redirect(cancelled ? `/orders/${orderId}` : `/orders/${orderId}/cancel`);
}
