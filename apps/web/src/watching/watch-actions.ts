"use server";

import { refresh } from "next/cache";
import { mohallaMartCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { requireRole } from "../session/current-person.ts";

/** From now on, tells the customer when the form's product costs less or is back in stock; or no longer. */
export async function changeWatching(form: FormData): Promise<void> {
  const { id: userId } = await requireRole("customer");
  const watch = textOf(form, "watch") === "yes";
  await mohallaMartCommands().watchProduct({ userId, productId: textOf(form, "productId"), watch });
  refresh();
}
