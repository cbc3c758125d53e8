"use server";

import { readRequest } from "@org/commands/request";
import { type ReportField, reportedRequest } from "@org/commands/ten-ocean/maintenance/report-request";
import { redirect } from "next/navigation";
import { tenOceanCommands } from "../../commands.ts";
import { entriesOf } from "../../forms/form-data.ts";
import type { FormState } from "../../forms/form-state.ts";
import { keepsEntries } from "../../forms/keeps-entries.ts";
import { refusedForm } from "../../forms/refused-form.ts";
import { tooMany } from "../../http/limit.ts";
import { log } from "../../log.ts";
import { requireRole } from "../../session/current-person.ts";
import { limiter } from "../../vendors.ts";

/** Reports the form's repair in the name of whoever is signed in and goes to its page, or returns what is wrong. */
export const submitReport = keepsEntries<FormState<ReportField>>(async (_previous, form) => {
  const person = await requireRole("resident");
  const { fields } = reportedRequest;
  const entries = entriesOf(form, [...fields, "requestId"]);
  const read = readRequest(reportedRequest, entries);
  if (!read.ok) return refusedForm(form, fields, read);
  if (!(await limiter().allows("repairs", person.id))) return refusedForm(form, fields, tooMany("repairs"));
  const outcome = await tenOceanCommands().reportRequest({ ...entries, person });
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  const { requestId, number } = outcome;
  log.info({ requestId, number, userId: person.id }, "a repair was reported");
  redirect(`/ten-ocean/maintenance/${requestId}`);
});
