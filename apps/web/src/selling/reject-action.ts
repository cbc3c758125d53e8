"use server";

import { redirect } from "next/navigation";
import { mohallaMartCommands } from "../commands.ts";
import { entriesOf, textOf } from "../forms/form-data.ts";
import type { FormState } from "../forms/form-state.ts";
import { keepsEntries } from "../forms/keeps-entries.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";

/** Turns the application of the form down in the name of whoever is signed in, or returns the form with what is wrong. */
export const submitRejection = keepsEntries<FormState<"reason">>(async (_previous, form) => {
  const { id: rejectedBy } = await requireRole("admin");
  const entries = entriesOf(form, ["shopkeeperId", "reason"]);
  const rejection = await mohallaMartCommands().rejectApplication({ ...entries, rejectedBy });
  const outcome = rejection.ok ? "rejected" : rejection.code;
  log.info({ shopkeeperId: textOf(form, "shopkeeperId"), rejectedBy, outcome }, "an admin decided on a shop");
  if (!rejection.ok && (rejection.code === "invalid" || rejection.code === "damaged")) {
    return refusedForm(form, ["reason"], rejection);
  }
  redirect(`/admin/applications?outcome=${outcome}`);
});
