"use server";

import { redirect } from "next/navigation";
import { operationsCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { outboxPath } from "./outbox-paths.ts";

/** Has an event sent again that the engine lost. */
export async function resendEvent(form: FormData): Promise<void> {
  const { id: operatorId } = await requireRole("admin");
  const eventId = textOf(form, "eventId");
  const outcome = await operationsCommands().resendEvent({ eventId, operatorId });
  if (!outcome.ok) redirect(outboxPath("not-lost"));
  log.info({ eventId, requestedBy: operatorId }, "a lost event is to be sent again");
  redirect(outboxPath("resent"));
}

/** Gives up an event that the engine refuses. */
export async function discardEvent(form: FormData): Promise<void> {
  const { id: operatorId } = await requireRole("admin");
  const [eventId, reason] = [textOf(form, "eventId"), textOf(form, "reason")];
  const outcome = await operationsCommands().discardEvent({ eventId, reason, operatorId });
  if (!outcome.ok) redirect(outboxPath(outcome.fields?.reason ? "no-reason" : "not-refused"));
  log.warn({ eventId, discardedBy: operatorId, reason }, "a refused event was discarded");
  redirect(outboxPath("discarded"));
}
