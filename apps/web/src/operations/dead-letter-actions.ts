"use server";

import { redirect } from "next/navigation";
import { operationsCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { deadLetterPath, deadLettersPath } from "./dead-letter-view.ts";

/** Asks the worker to run the function of a failed run again. */
export async function replayRun(form: FormData): Promise<void> {
  const { id: operatorId } = await requireRole("admin");
  const runId = textOf(form, "runId");
  const outcome = await operationsCommands().replayRun({ runId, operatorId });
  if (!outcome.ok) redirect(pageAfter(runId, outcome.code));
  log.info({ runId, requestedBy: operatorId }, "a failed run is to be replayed");
  redirect(`${deadLetterPath({ runId })}?asked=replay`);
}

/** Lets a failed run go for good. */
export async function discardRun(form: FormData): Promise<void> {
  const { id: operatorId } = await requireRole("admin");
  const runId = textOf(form, "runId");
  const outcome = await operationsCommands().discardRun({ runId, operatorId });
  if (!outcome.ok) redirect(pageAfter(runId, outcome.code));
  log.info({ runId, discardedBy: operatorId }, "a failed run was discarded");
  redirect(deadLetterPath({ runId }));
}

/** The run's own page says how it stands; the list when the run is not kept any more. */
function pageAfter(runId: string, code: string) {
  return code === "unknown-run" || code === "damaged" ? deadLettersPath() : deadLetterPath({ runId });
}
