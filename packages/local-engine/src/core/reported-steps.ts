import type { Core } from "./core.ts";
import type { StepRecord } from "./records.ts";
import type { Operation } from "./reports.ts";
import type { ActiveRun } from "./state.ts";

/** The step's id in the user's code. */
export function stepName(operation: Operation): string {
  return operation.userland?.id ?? operation.displayName ?? operation.name ?? operation.id;
}

/** The record of the step that an operation is about; a new one when it is reported for the first time. */
export function findOrCreate(
  core: Core,
  run: ActiveRun,
  operation: Operation,
  startedAt = core.now(),
): StepRecord {
  const known = run.steps.get(operation.id);
  if (known) return known;
  return {
    runId: run.record.id,
    id: operation.id,
    op: operation.op,
    name: stepName(operation),
    displayName: operation.displayName ?? stepName(operation),
    ...(operation.userland?.index === undefined ? {} : { index: operation.userland.index }),
    status: "planned",
    ...(operation.opts ? { opts: operation.opts } : {}),
    attempts: [],
    startedAt,
  };
}
