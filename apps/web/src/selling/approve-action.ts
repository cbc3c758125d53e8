"use server";

import { redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";

/** Approves the application of the form in the name of whoever is signed in. */
export async function submitApproval(form: FormData): Promise<void> {
  const { id: approvedBy } = await requireRole("admin");
  const shopkeeperId = textOf(form, "shopkeeperId");
  const approval = await mohallaMartCommands().approveApplication({ shopkeeperId, approvedBy });
  const outcome = approval.ok ? "approved" : approval.code;
  log.info({ shopkeeperId, approvedBy, outcome }, "an admin decided on a shop");
  redirect(`/admin/applications?outcome=${outcome}`);
}
