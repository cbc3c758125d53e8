"use server";

import { redirect } from "next/navigation";
import { tenOceanCommands } from "../../commands.ts";
import { entriesOf } from "../../forms/form-data.ts";
import type { FormState } from "../../forms/form-state.ts";
import { keepsEntries } from "../../forms/keeps-entries.ts";
import { refusedForm } from "../../forms/refused-form.ts";
import { requireRole } from "../../session/current-person.ts";
import { type PreferenceEntry, preferenceEntries, toRequest } from "./preference-entries.ts";

/** Saves how whoever is signed in wants to hear of things, or returns the form with what is wrong. */
export const submitPreferences = keepsEntries<FormState<PreferenceEntry>>(async (_previous, form) => {
  const resident = await requireRole("resident");
  const entries = toRequest(entriesOf(form, preferenceEntries));
  const outcome = await tenOceanCommands().savePreferences({ resident, ...entries });
  if (!outcome.ok) return refusedForm<PreferenceEntry>(form, preferenceEntries, outcome);
  redirect("/ten-ocean/profile/preferences?saved=yes");
});
