import type { Core } from "./core.ts";
import { resolveTime } from "./durations.ts";
import { checkExpression } from "./expressions.ts";
import { startInvoke } from "./invoke.ts";
import { limits } from "./limits.ts";
import type { StepRecord } from "./records.ts";
import { findOrCreate, stepName } from "./reported-steps.ts";
import type { Operation } from "./reports.ts";
import { finishRun, putStep } from "./runs.ts";
import { type ActiveRun, addListener, stepKey } from "./state.ts";

type Outcome = "waiting" | "ended";

export function sleep(core: Core, run: ActiveRun, operation: Operation): Outcome {
  if (run.steps.has(operation.id)) return "waiting";
  return waitUntil(core, run, operation, "sleeping", operation.name ?? "");
}

export function waitForEvent(core: Core, run: ActiveRun, operation: Operation): Outcome {
  if (run.steps.has(operation.id)) return "waiting";
  const expression = operation.opts?.if;
  if (typeof expression === "string") {
    try {
      checkExpression(expression);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "it cannot be read";
      const message = `the expression of step "${stepName(operation)}" is not valid CEL: ${reason}`;
      finishRun(core, run, "Failed", { error: { name: "InvalidExpression", message } });
      return "ended";
    }
  }
  const event = operation.name ?? "";
  const waiting = { ...operation, opts: { ...operation.opts, event } };
  const outcome = waitUntil(core, run, waiting, "waiting", String(operation.opts?.timeout ?? ""));
  const step = run.steps.get(operation.id);
  if (step) listenForEvent(core, run, step);
  return outcome;
}

/** Sets the listener of a waiting step, at first and after a restart. */
export function listenForEvent(core: Core, run: ActiveRun, step: StepRecord): void {
  const expression = step.opts?.if;
  addListener(core.state, String(step.opts?.event ?? ""), {
    id: stepKey(run.record.id, step.id),
    runId: run.record.id,
    stepId: step.id,
    ...(typeof expression === "string" ? { expression } : {}),
  });
}

export function invoke(core: Core, run: ActiveRun, operation: Operation): Outcome {
  if (run.steps.has(operation.id)) return "waiting";
  const timeout = operation.opts?.timeout;
  const outcome = waitUntil(core, run, operation, "invoking", typeof timeout === "string" ? timeout : "365d");
  const step = run.steps.get(operation.id);
  if (outcome !== "ended" && step) startInvoke(core, run, step);
  // A singleton that invokes itself may have cancelled this run.
  return core.state.runs.has(run.record.id) ? outcome : "ended";
}

/** Makes a step wait until a time: an ISO date, or a length of time from now on. */
export function waitUntil(
  core: Core,
  run: ActiveRun,
  operation: Operation,
  status: "sleeping" | "waiting" | "invoking",
  time: string,
): Outcome {
  const now = core.now();
  let dueAt: number;
  try {
    dueAt = resolveTime(time, now, core.ahead());
    if (dueAt - now > limits.sleepMilliseconds)
      throw new RangeError(`"${time}" is over the limit of one year.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `step "${stepName(operation)}" cannot wait: ${reason}`;
    finishRun(core, run, "Failed", { error: { name: "InvalidDuration", message } });
    return "ended";
  }
  const step: StepRecord = { ...findOrCreate(core, run, operation), status, dueAt };
  putStep(core, run, step);
  scheduleStepTimer(core, run, step, dueAt);
  return "waiting";
}

/** Sets the timer that ends a sleep or gives up a wait. */
export function scheduleStepTimer(core: Core, run: ActiveRun, step: StepRecord, dueAt: number): void {
  const payload = { kind: "step" as const, runId: run.record.id, stepId: step.id };
  core.state.timers.set({ id: `step:${stepKey(run.record.id, step.id)}`, order: dueAt, payload });
}
