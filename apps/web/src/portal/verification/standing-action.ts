"use server";

import { userId as userIdSchema } from "@org/events/fields";
import { redirect } from "next/navigation";
import { tenOceanCommands } from "#src/commands.ts";
import { entriesOf } from "#src/forms/form-data.ts";
import { log } from "#src/log.ts";
import { requireRole } from "#src/session/current-person.ts";

/** Changes what somebody is to the house, in the name of whoever is signed in. */
export async function submitStanding(form: FormData): Promise<void> {
  const admin = await requireRole("association-admin");
  const entries = entriesOf(form, ["userId", "standing"]);
  const outcome = await tenOceanCommands().changeStanding({ ...entries, admin });
  const code = outcome.ok ? outcome.standing : outcome.code;
  log.info({ userId: entries.userId, changedBy: admin.id, outcome: code }, "a standing was looked at");
  if (!userIdSchema.safeParse(entries.userId).success) redirect("/ten-ocean/admin/residents");
  redirect(`/ten-ocean/admin/residents/${entries.userId}?outcome=${code}`);
}
