"use server";

import { isReplayable } from "@org/stores/dead-letters/is-replayable";
import type { DeadLetter } from "@org/stores/dead-letters/port";
import { replayRequested } from "@org/workflows/operations/replay-requested";
import { redirect } from "next/navigation";
import { textOf } from "../forms/form-data.ts";
import { log } from "../log.ts";
import { requireRole } from "../session/current-person.ts";
import { operations } from "../stores.ts";
import { deadLetterPath, deadLettersPath, isRunId } from "./dead-letter-view.ts";

/** Asks the worker to run the function of a failed run again; of several requests it follows one. */
export async function replayRun(form: FormData): Promise<void> {
  const { id } = await requireRole("admin");
  const letter = await letterOf(form);
  if (letter.status !== "open" || !isReplayable(letter, new Date())) redirect(deadLetterPath(letter));
  const { runId } = letter;
  await operations().outbox.send(replayRequested.create({ runId, requestedBy: id }));
  log.info({ runId, requestedBy: id }, "a failed run is to be replayed");
  redirect(`${deadLetterPath(letter)}?asked=replay`);
}

/** Lets a failed run go for good. */
export async function discardRun(form: FormData): Promise<void> {
  const { id } = await requireRole("admin");
  const letter = await letterOf(form);
  const discarded = await operations().deadLetters.discard(letter.runId);
  if (discarded) log.info({ runId: letter.runId, discardedBy: id }, "a failed run was discarded");
  redirect(deadLetterPath(letter));
}

/** The failed run that a form is about; the list when it is not kept any more. */
async function letterOf(form: FormData): Promise<DeadLetter> {
  const runId = textOf(form, "runId");
  const letter = isRunId(runId) ? await operations().deadLetters.get(runId) : undefined;
  return letter ?? redirect(deadLettersPath());
}
