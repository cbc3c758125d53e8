"use server";

import { redirect } from "next/navigation";
import { tenOceanCommands } from "../../commands.ts";
import { entriesOf } from "../../forms/form-data.ts";
import { log } from "../../log.ts";
import { requireRole } from "../../session/current-person.ts";

/** Withdraws the announcement of the form in the name of whoever is signed in. */
export async function submitWithdrawal(form: FormData): Promise<void> {
  const announcer = await requireRole("association-admin", "floor-captain");
  const entries = entriesOf(form, ["announcementId"]);
  const withdrawal = await tenOceanCommands().withdrawAnnouncement({ ...entries, announcer });
  const outcome = withdrawal.ok ? "withdrawn" : withdrawal.code === "withdrawn" ? "too-late" : "not-theirs";
  log.info({ ...entries, withdrawnBy: announcer.id, outcome }, "an announcement was to be withdrawn");
  redirect(`/ten-ocean/admin/announcements?outcome=${outcome}`);
}
