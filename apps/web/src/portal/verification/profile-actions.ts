"use server";

import { readRequest } from "@org/commands/request";
import { confirmEmailRequest } from "@org/commands/ten-ocean/verification/confirm-new-email";
import { newEmailRequest } from "@org/commands/ten-ocean/verification/request-new-email";
import { newUnitRequest } from "@org/commands/ten-ocean/verification/request-new-unit";
import { type ProfileField, profileRequest } from "@org/commands/ten-ocean/verification/update-profile";
import { redirect } from "next/navigation";
import { tenOceanCommands } from "#src/commands.ts";
import { entriesOf, textOf } from "#src/forms/form-data.ts";
import type { FormState } from "#src/forms/form-state.ts";
import { keepsEntries } from "#src/forms/keeps-entries.ts";
import { refusedForm } from "#src/forms/refused-form.ts";
import { tooMany } from "#src/http/limit.ts";
import { log } from "#src/log.ts";
import { requireRole } from "#src/session/current-person.ts";
import { limiter } from "#src/vendors.ts";

/** Saves the name and the number of whoever is signed in, or returns the form with what is wrong. */
export const submitProfile = keepsEntries<FormState<ProfileField>>(async (_previous, form) => {
  const resident = await requireRole("resident");
  const { fields } = profileRequest;
  const outcome = await tenOceanCommands().updateProfile({ ...entriesOf(form, fields), resident });
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  redirect("/ten-ocean/profile?outcome=saved");
});

/** Asks for another unit in the name of whoever is signed in. */
export const submitNewUnit = keepsEntries<FormState<"unitId">>(async (_previous, form) => {
  const resident = await requireRole("resident");
  const { fields } = newUnitRequest;
  const outcome = await tenOceanCommands().requestNewUnit({ ...entriesOf(form, fields), resident });
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  log.info({ userId: resident.id, asked: outcome.asked }, "a resident named a unit");
  redirect(`/ten-ocean/profile?outcome=${outcome.asked ? "unit-asked" : "unit-same"}`);
});

/** Asks for another address in the name of whoever is signed in. */
export const submitNewEmail = keepsEntries<FormState<"email">>(async (_previous, form) => {
  const resident = await requireRole("resident");
  const { fields } = newEmailRequest;
  const entries = entriesOf(form, [...fields, "changeId"]);
  const read = readRequest(newEmailRequest, entries);
  if (!read.ok) return refusedForm(form, fields, read);
  if (!(await limiter().allows("address-changes", resident.id))) {
    return refusedForm(form, fields, tooMany("address-changes"));
  }
  const outcome = await tenOceanCommands().requestNewEmail({ ...entries, resident });
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  log.info({ userId: resident.id, asked: outcome.asked }, "a resident asked for another address");
  redirect(`/ten-ocean/profile?outcome=${outcome.asked ? "email-asked" : "email-same"}`);
});

/** Confirms a new address by its link. Whoever has the link reads the mailbox, so nobody has to be signed in. */
export async function submitConfirmation(form: FormData): Promise<void> {
  const token = textOf(form, "token");
  const outcome = await tenOceanCommands().confirmNewEmail({ token });
  const code = outcome.ok ? (outcome.counts ? "counts" : "confirmed") : outcome.code;
  log.info({ outcome: code }, "a new address was confirmed");
  const known = readRequest(confirmEmailRequest, { token }).ok ? token : "gone";
  redirect(`/ten-ocean/profile/email/${known}?outcome=${code}`);
}
