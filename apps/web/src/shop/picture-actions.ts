"use server";

import { notFound, redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { entriesOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { pictureNewsPath } from "./picture-news.ts";

/** Takes the picture of a product of the shopkeeper's shop away. */
export async function removePicture(form: FormData): Promise<void> {
  const { shopId } = await requireRole("shopkeeper");
  const { productId } = entriesOf(form, ["productId"]);
  const outcome = await mohallaMartCommands().removePicture({ productId, shopId });
  if (!outcome.ok) notFound();
  log.info({ productId, shopId }, "a picture was removed");
  redirect(pictureNewsPath(productId, "removed"));
}
