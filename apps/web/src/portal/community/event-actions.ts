"use server";

import { cancellationRequest } from "@org/commands/ten-ocean/community/cancel-event";
import { type EventField, eventRequest } from "@org/commands/ten-ocean/community/event-request";
import { notFound, redirect } from "next/navigation";
import { tenOceanCommands } from "../../commands.ts";
import { entriesOf } from "../../forms/form-data.ts";
import type { FormState } from "../../forms/form-state.ts";
import { keepsEntries } from "../../forms/keeps-entries.ts";
import { refusedForm } from "../../forms/refused-form.ts";
import { log } from "../../log.ts";
import { requireRole } from "../../session/current-person.ts";

/** Plans the event of the form and shows it, or returns what is wrong. */
export const planEvent = keepsEntries<FormState<EventField>>(async (_previous, form) => {
  const organizer = await requireRole("association-admin", "floor-captain");
  const entries = entriesOf(form, [...eventRequest.fields, "eventId"]);
  const outcome = await tenOceanCommands().createEvent({ ...entries, organizer });
  if (!outcome.ok) return refusedForm(form, eventRequest.fields, outcome);
  log.info({ eventId: outcome.eventId, organizer: organizer.id }, "an event was planned");
  redirect(`/ten-ocean/events/${outcome.eventId}?notice=planned`);
});

/** Changes the event of the form and shows it, or returns what is wrong. */
export const changeEvent = keepsEntries<FormState<EventField>>(async (_previous, form) => {
  const organizer = await requireRole("association-admin", "floor-captain");
  const entries = entriesOf(form, [...eventRequest.fields, "eventId", "seen"]);
  const outcome = await tenOceanCommands().updateEvent({ ...entries, organizer });
  if (!outcome.ok) {
    if (outcome.code === "unknown-event" || outcome.code === "damaged") notFound();
    return refusedForm(form, eventRequest.fields, outcome);
  }
  const { eventId, changed } = outcome;
  log.info({ eventId, organizer: organizer.id, changed }, "an event was saved");
  redirect(`/ten-ocean/events/${eventId}?notice=${changed ? "changed" : "unchanged"}`);
});

/** Calls the event of the form off and shows it, or returns what is wrong. */
export const callOff = keepsEntries<FormState<"reason">>(async (_previous, form) => {
  const organizer = await requireRole("association-admin", "floor-captain");
  const entries = entriesOf(form, [...cancellationRequest.fields, "eventId"]);
  const outcome = await tenOceanCommands().cancelEvent({ ...entries, organizer });
  if (!outcome.ok) {
    if (outcome.code === "unknown-event" || outcome.code === "damaged") notFound();
    return refusedForm(form, cancellationRequest.fields, outcome);
  }
  const { eventId } = outcome;
  log.info({ eventId, organizer: organizer.id }, "an event was called off");
  redirect(`/ten-ocean/events/${eventId}?notice=cancelled`);
});
