"use server";

import { notFound, redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";

/** Cancels the order of the form. Whoever knows an order's id may, as they may see it: nobody can guess one. */
export async function submitCancellation(form: FormData): Promise<void> {
  const orderId = textOf(form, "orderId");
  const outcome = await mohallaMartCommands().cancelOrder({ orderId });
  if (!outcome.ok && outcome.code !== "too-late") notFound();
  log.info({ orderId, cancelled: outcome.ok }, "a customer cancelled an order");
  // Too late, the cancel page says why.
  redirect(outcome.ok ? `/orders/${orderId}` : `/orders/${orderId}/cancel`);
}
