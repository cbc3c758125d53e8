import type { Core } from "./core.ts";
import type { StepRecord } from "./records.ts";
import type { Operation } from "./reports.ts";
import { finishRun } from "./runs.ts";
import { type ActiveRun, stepKey } from "./state.ts";
import { dataMemo, settleStep } from "./steps.ts";
import { waitUntil } from "./waits.ts";

/**
 * A step waits for a signal. One step waits for a signal at a time: a second one fails its run, or takes the place of the
 * first, which then sleeps until its timeout.
 */
export function waitForSignal(core: Core, run: ActiveRun, operation: Operation): "waiting" | "ended" {
  if (run.steps.has(operation.id)) return "waiting";
  const signal = signalOf(operation.opts ?? {});
  if (core.state.signals.has(signal) && operation.opts?.conflict !== "replace") {
    const message = "Signal conflict; signal wait already exists for another run";
    finishRun(core, run, "Failed", { error: { name: "Error", message } });
    return "ended";
  }
  const outcome = waitUntil(core, run, operation, "waiting", String(operation.opts?.timeout ?? ""));
  const step = run.steps.get(operation.id);
  if (step) listenForSignal(core, run, step);
  return outcome;
}

/** Lets a signal find the step, at first and after a restart. Of several that wait for one, the last to begin has it. */
export function listenForSignal(core: Core, run: ActiveRun, step: StepRecord): void {
  const signal = signalOf(step.opts ?? {});
  if ((waitingFor(core, signal)?.step.startedAt ?? 0) > step.startedAt) return;
  const id = stepKey(run.record.id, step.id);
  core.state.signals.set(signal, { id, runId: run.record.id, stepId: step.id });
}

/** Resumes the step that waits for a signal. Returns its run's id; undefined when none waits, and nothing is kept. */
export function sendSignal(core: Core, signal: string, data: unknown): string | undefined {
  const waiting = waitingFor(core, signal);
  if (!waiting) return undefined;
  const { run, step } = waiting;
  settleStep(core, run, step, { memo: dataMemo(JSON.stringify({ signal, data: data ?? null })) });
  return run.record.id;
}

function waitingFor(core: Core, signal: string): { run: ActiveRun; step: StepRecord } | undefined {
  const waiter = core.state.signals.get(signal);
  const run = waiter && core.state.runs.get(waiter.runId);
  const step = waiter && run?.steps.get(waiter.stepId);
  return run && step && { run, step };
}

function signalOf({ signal }: Record<string, unknown>): string {
  return String(signal ?? "");
}
