"use server";

import { type ClosingField, closingRequest } from "@org/commands/ten-ocean/verification/close-residency";
import { type RemovalField, removalRequest } from "@org/commands/ten-ocean/verification/remove-resident";
import { redirect } from "next/navigation";
import { tenOceanCommands } from "#src/commands.ts";
import { entriesOf } from "#src/forms/form-data.ts";
import type { FormState } from "#src/forms/form-state.ts";
import { keepsEntries } from "#src/forms/keeps-entries.ts";
import { refusedForm } from "#src/forms/refused-form.ts";
import { log } from "#src/log.ts";
import { requireRole } from "#src/session/current-person.ts";
import { closeSession } from "#src/session/session-cookie.ts";

/** Deletes the account of whoever is signed in; what else is known of them is erased by the workflow. */
export const submitClosing = keepsEntries<FormState<ClosingField>>(async (_previous, form) => {
  const resident = await requireRole("resident");
  const { fields } = closingRequest;
  const outcome = await tenOceanCommands().closeResidency({ ...entriesOf(form, fields), resident });
  // One that was deleted before, from another tab, is what they wanted.
  if (!outcome.ok && outcome.code !== "closed-before") return refusedForm(form, fields, outcome);
  await closeSession();
  log.info({ userId: resident.id }, "a resident's account was deleted");
  redirect("/ten-ocean/profile/deleted");
});

/** Deletes the account of somebody who left, in the name of whoever is signed in. */
export const submitRemoval = keepsEntries<FormState<RemovalField>>(async (_previous, form) => {
  const admin = await requireRole("association-admin");
  const { fields } = removalRequest;
  const entries = entriesOf(form, [...fields, "userId"]);
  const outcome = await tenOceanCommands().removeResident({ ...entries, admin });
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  log.info({ userId: outcome.userId, removedBy: admin.id }, "a resident was removed");
  redirect("/ten-ocean/admin/residents?outcome=removed");
});
