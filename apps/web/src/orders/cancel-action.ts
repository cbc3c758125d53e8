"use server";
import { notFound, redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { currentOrderReader } from "./order-reader.ts";

/** Cancels the order of the form for whoever it is theirs to cancel. */
export async function submitCancellation(form: FormData): Promise<void> {
  const orderId = textOf(form, "orderId");
  const outcome = await mohallaMartCommands().cancelOrder({ orderId, reader: await currentOrderReader() });
  // Too late, or by a link that is too old, the cancel page says so.
  const isSaid = !outcome.ok && (outcome.code === "too-late" || outcome.code === "sign-in-first");
  if (!outcome.ok && !isSaid) notFound();
  log.info({ orderId, cancelled: outcome.ok }, "a customer cancelled an order");
  redirect(outcome.ok ? `/orders/${orderId}` : `/orders/${orderId}/cancel`);
}
