"use server";

import { redirect } from "next/navigation";
import { tenOceanCommands } from "#src/commands.ts";
import { entriesOf } from "#src/forms/form-data.ts";
import { log } from "#src/log.ts";
import { requireRole } from "#src/session/current-person.ts";

/** Decides on the registration of the form in the name of whoever is signed in. */
export async function submitDecision(form: FormData): Promise<void> {
  const reviewer = await requireRole("association-admin", "floor-captain");
  const entries = entriesOf(form, ["userId", "status", "reason", "round"]);
  const decision = await tenOceanCommands().decideRegistration({ ...entries, reviewer });
  const outcome = decision.ok ? decision.status : decision.code;
  log.info({ userId: entries.userId, decidedBy: reviewer.id, outcome }, "a registration was looked at");
  redirect(`/ten-ocean/admin/registrations?outcome=${outcome}`);
}
