"use server";

import { productId as productIdSchema } from "@org/events/mohallamart/fields";
import { refresh } from "next/cache";
import { textOf } from "../forms/form-data.ts";
import { requireRole } from "../session/current-person.ts";
import { mohallaMart } from "../stores.ts";

/** From now on, tells the customer when the form's product costs less or is back in stock; or no longer. */
export async function changeWatching(form: FormData): Promise<void> {
  const { id: userId } = await requireRole("customer");
  const productId = productIdSchema.safeParse(textOf(form, "productId")).data;
  const { watchers, products } = mohallaMart();
  if (productId !== undefined && (await products.get(productId))) {
    if (textOf(form, "watch") === "yes") await watchers.watch({ userId, productId });
    else await watchers.unwatch({ userId, productId });
  }
  refresh();
}
