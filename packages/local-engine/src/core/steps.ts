import type { Core } from "./core.ts";
import { byteLength, limits } from "./limits.ts";
import { isSettled, type SerializedError, type StepRecord } from "./records.ts";
import { ensureDiscovery, finishRun, pushFinished, putStep, stopWaiting } from "./runs.ts";
import type { ActiveRun } from "./state.ts";

/** Memo for a step that produced a value. `json` is JSON text. */
export function dataMemo(json: string): string {
  return `{"data":${json}}`;
}

export function errorMemo(error: SerializedError): string {
  return JSON.stringify({ error });
}

/** A step has its result: store it, and call the function again once nothing that it should wait for is left. */
export function settleStep(
  core: Core,
  run: ActiveRun,
  step: StepRecord,
  result: { memo: string; error?: SerializedError },
): void {
  // An invoked run may end after its invoke timed out: that is no second result, and nothing to go on for.
  if (isSettled(step)) return;
  recordResult(core, run, step, result);
  if (core.state.runs.has(run.record.id)) continueAfter(core, run, step);
}

/** Stores a step's result without deciding what to call next; fails the run when a limit is passed. */
export function recordResult(
  core: Core,
  run: ActiveRun,
  step: StepRecord,
  { memo, error }: { memo: string; error?: SerializedError },
): void {
  if (isSettled(step)) return;
  stopWaiting(core, run, step);
  step.status = error ? "failed" : "completed";
  step.memo = memo;
  step.endedAt = core.now();
  step.order = run.stack.length;
  pushFinished(run, step);
  const size = byteLength(memo);
  run.stateBytes += size;
  putStep(core, run, step);
  checkSize(core, run, step, size);
}

/**
 * Parallel steps end at different times. The function is called again when the last of them has a result, be it a
 * call, a sleep or a wait; in a race, or when the SDK asked for the older protocol, after each.
 */
export function continueAfter(core: Core, run: ActiveRun, step: StepRecord): void {
  const goesOnAlone = step.opts?.parallelMode === "race" || run.record.requestVersion === 1;
  if (goesOnAlone || run.pending.size === 0) ensureDiscovery(core, run);
}

/** The function returned a value: JSON text. Fails the run when that is over the limit. */
export function completeRun(core: Core, run: ActiveRun, output: string): void {
  const size = byteLength(output);
  if (size <= limits.resultBytes) finishRun(core, run, "Completed", { output });
  else
    failForLimit(core, run, "ResultTooLarge", `the function's result has ${size} bytes`, limits.resultBytes);
}

function checkSize(core: Core, run: ActiveRun, step: StepRecord, size: number): void {
  if (size > limits.stepOutputBytes) {
    failForLimit(
      core,
      run,
      "StepOutputTooLarge",
      `the output of step "${step.name}" has ${size} bytes`,
      limits.stepOutputBytes,
    );
  } else if (run.stateBytes > limits.runStateBytes) {
    failForLimit(
      core,
      run,
      "RunStateTooLarge",
      `the outputs of all steps together have ${run.stateBytes} bytes`,
      limits.runStateBytes,
    );
  } else if (run.steps.size > limits.stepsPerRun) {
    failForLimit(core, run, "TooManySteps", `the run has ${run.steps.size} steps`, limits.stepsPerRun);
  }
}

function failForLimit(core: Core, run: ActiveRun, name: string, what: string, limit: number): void {
  const message = `${what}, over the limit of ${limit}. Store large data elsewhere and return its key, or split the function.`;
  finishRun(core, run, "Failed", { error: { name, message } });
}
