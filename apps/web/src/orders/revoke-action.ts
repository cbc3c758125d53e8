"use server";
import { notFound, redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { currentOrderReader } from "./order-reader.ts";

/** Ends the links to the order of the form, for whoever ordered. */
export async function submitRevocation(form: FormData): Promise<void> {
  const orderId = textOf(form, "orderId");
  const outcome = await mohallaMartCommands().revokeOrderLinks({
    orderId,
    reader: await currentOrderReader(),
  });
  if (!outcome.ok) notFound();
  log.info({ orderId }, "the links to an order were ended");
  redirect(`/orders/${orderId}?links=ended`);
}
