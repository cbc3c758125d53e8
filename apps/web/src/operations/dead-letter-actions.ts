"use server";

import { redirect } from "next/navigation";
import { operationsCommands } from "../commands.ts";
import { entriesOf, textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { deadLetterPath, deadLettersPath } from "./dead-letter-view.ts";
import { readReplayView, replayPath, requestOf } from "./replay-view.ts";

/** Asks the worker to run the function of a failed run again. */
export async function replayRun(form: FormData): Promise<void> {
  const { id: operatorId } = await requireRole("admin");
  const runId = textOf(form, "runId");
  const outcome = await operationsCommands().replayRun({ runId, operatorId });
  if (!outcome.ok) redirect(pageAfter(runId, outcome.code));
  log.info({ runId, requestedBy: operatorId }, "a failed run is to be replayed");
  redirect(`${deadLetterPath({ runId })}?asked=replay`);
}

/** Asks the worker to run many failed runs again. */
export async function replayRuns(form: FormData): Promise<void> {
  const { id: operatorId } = await requireRole("admin");
  const view = readReplayView(entriesOf(form, ["app", "workflow", "error", "since"]));
  // A form that names nothing means all open runs: only the one of a page that said so may.
  if (textOf(form, "planned") === "") redirect(replayPath(view));
  const outcome = await operationsCommands().replayRuns({ ...requestOf(view), dryRun: false, operatorId });
  if (!outcome.ok) redirect(replayPath(view));
  const { runIds, more } = outcome;
  log.info({ ...view, runs: runIds.length, requestedBy: operatorId }, "failed runs are to be replayed");
  redirect(replayPath(view, { asked: runIds.length, more }));
}

/** Lets a failed run go for good. */
export async function discardRun(form: FormData): Promise<void> {
  const { id: operatorId } = await requireRole("admin");
  const runId = textOf(form, "runId");
  const reason = textOf(form, "reason");
  const outcome = await operationsCommands().discardRun({ runId, reason, operatorId });
  if (!outcome.ok) redirect(pageAfter(runId, outcome.code));
  log.info({ runId, discardedBy: operatorId, reason }, "a failed run was discarded");
  redirect(deadLetterPath({ runId }));
}

/** The run's own page says how it stands; the list when the run is not kept any more. */
function pageAfter(runId: string, code: string) {
  return code === "unknown-run" || code === "damaged" ? deadLettersPath() : deadLetterPath({ runId });
}
