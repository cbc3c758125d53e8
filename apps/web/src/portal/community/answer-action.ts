"use server";

import { answerRequest } from "@org/commands/ten-ocean/community/answer-event";
import { notFound, redirect } from "next/navigation";
import { tenOceanCommands } from "../../commands.ts";
import { entriesOf } from "../../forms/form-data.ts";
import type { FormState } from "../../forms/form-state.ts";
import { keepsEntries } from "../../forms/keeps-entries.ts";
import { refusedForm } from "../../forms/refused-form.ts";
import { log } from "../../log.ts";
import { requireRole } from "../../session/current-person.ts";

export type AnswerField = (typeof answerRequest.fields)[number];

/** Answers the invitation in the name of whoever is signed in, and shows the event; or returns what is wrong. */
export const submitAnswer = keepsEntries<FormState<AnswerField>>(async (_previous, form) => {
  const member = await requireRole("resident");
  const entries = entriesOf(form, [...answerRequest.fields, "eventId"]);
  const outcome = await tenOceanCommands().answerEvent({ ...entries, member });
  if (!outcome.ok) {
    if (outcome.code === "unknown-event" || outcome.code === "damaged") notFound();
    return refusedForm(form, answerRequest.fields, outcome);
  }
  const { eventId, response, seats, seated } = outcome.rsvp;
  log.info({ eventId, userId: member.id, response, seats, seated }, "a resident answered an invitation");
  redirect(`/ten-ocean/events/${eventId}?notice=answered`);
});
