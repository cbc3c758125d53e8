"use server";

import { redirect } from "next/navigation";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { mohallaMart } from "../stores.ts";
import { approveApplication } from "./approve.ts";

/** Approves the application of the form in the name of whoever is signed in. */
export async function submitApproval(form: FormData): Promise<void> {
  const { id } = await requireRole("admin");
  const shopkeeperId = textOf(form, "shopkeeperId");
  const outcome = await approveApplication(mohallaMart().shopkeepers, shopkeeperId, id);
  log.info({ shopkeeperId, approvedBy: id, outcome }, "an admin decided on a shop");
  redirect(`/admin/applications?outcome=${outcome}`);
}
