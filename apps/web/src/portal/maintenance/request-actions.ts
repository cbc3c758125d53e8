"use server";

import type { Refusal } from "@org/commands/outcome";
import { assignmentRequest } from "@org/commands/ten-ocean/maintenance/assign-request";
import { requestComment } from "@org/commands/ten-ocean/maintenance/comment-on-request";
import { requestReopening } from "@org/commands/ten-ocean/maintenance/reopen-request";
import { requestResolution } from "@org/commands/ten-ocean/maintenance/resolve-request";
import { requestChange } from "@org/commands/ten-ocean/maintenance/update-request";
import { refresh } from "next/cache";
import { tenOceanCommands } from "../../commands.ts";
import { entriesOf } from "../../forms/form-data.ts";
import type { FormState } from "../../forms/form-state.ts";
import { keepsEntries } from "../../forms/keeps-entries.ts";
import { refusedForm } from "../../forms/refused-form.ts";
import { log } from "../../log.ts";
import { requireRole } from "../../session/current-person.ts";

const requirePerson = () => requireRole("resident", "association-admin", "floor-captain");

/** The page again: as it is now, or with what is wrong. */
function answer<Field extends string>(
  form: FormData,
  fields: readonly Field[],
  outcome: { ok: true } | Refusal<string, Field>,
  what: { requestId: string; by: string; act: string },
): FormState<Field> {
  log.info({ ...what, outcome: outcome.ok ? "done" : outcome.code }, "a maintenance request was acted on");
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  refresh();
  return { values: {} };
}

export const submitComment = keepsEntries<FormState<"comment">>(async (_previous, form) => {
  const person = await requirePerson();
  const entries = entriesOf(form, ["requestId", "entryId", "comment"]);
  const outcome = await tenOceanCommands().commentOnRequest({ ...entries, person });
  const what = { requestId: entries.requestId, by: person.id, act: "comment" };
  return answer(form, requestComment.fields, outcome, what);
});

export const submitReopening = keepsEntries<FormState<"problem">>(async (_previous, form) => {
  const person = await requirePerson();
  const entries = entriesOf(form, ["requestId", "entryId", "problem"]);
  const outcome = await tenOceanCommands().reopenRequest({ ...entries, person });
  const what = { requestId: entries.requestId, by: person.id, act: "reopen" };
  return answer(form, requestReopening.fields, outcome, what);
});

export const submitConfirmation = keepsEntries<FormState<never>>(async (_previous, form) => {
  const person = await requirePerson();
  const entries = entriesOf(form, ["requestId"]);
  const outcome = await tenOceanCommands().confirmRequest({ ...entries, person });
  return answer(form, [], outcome, { requestId: entries.requestId, by: person.id, act: "confirm" });
});

export const submitWithdrawal = keepsEntries<FormState<never>>(async (_previous, form) => {
  const person = await requirePerson();
  const entries = entriesOf(form, ["requestId"]);
  const outcome = await tenOceanCommands().withdrawRequest({ ...entries, person });
  return answer(form, [], outcome, { requestId: entries.requestId, by: person.id, act: "withdraw" });
});

export const submitAssignment = keepsEntries<FormState<"assigneeId">>(async (_previous, form) => {
  const person = await requirePerson();
  const entries = entriesOf(form, ["requestId", "assigneeId"]);
  const outcome = await tenOceanCommands().assignRequest({ ...entries, person });
  const what = { requestId: entries.requestId, by: person.id, act: "assign" };
  return answer(form, assignmentRequest.fields, outcome, what);
});

type ChangeField = (typeof requestChange.fields)[number];

export const submitChange = keepsEntries<FormState<ChangeField>>(async (_previous, form) => {
  const person = await requirePerson();
  const entries = entriesOf(form, ["requestId", ...requestChange.fields]);
  const outcome = await tenOceanCommands().updateRequest({ ...entries, person });
  const what = { requestId: entries.requestId, by: person.id, act: "change" };
  return answer(form, requestChange.fields, outcome, what);
});

export const submitResolution = keepsEntries<FormState<"resolution">>(async (_previous, form) => {
  const person = await requirePerson();
  const entries = entriesOf(form, ["requestId", "resolution"]);
  const outcome = await tenOceanCommands().resolveRequest({ ...entries, person });
  const what = { requestId: entries.requestId, by: person.id, act: "resolve" };
  return answer(form, requestResolution.fields, outcome, what);
});
