import { type Operation, runCompleteId, toSerializedError } from "../protocol/operations.ts";
import type { Core } from "./core.ts";
import { resolveTime } from "./durations.ts";
import { checkExpression } from "./expressions.ts";
import { startInvoke } from "./invoke.ts";
import { limits } from "./limits.ts";
import { isSettled, type JobRecord, type StepRecord } from "./records.ts";
import { nextAttemptAt } from "./retry.ts";
import { addJob, finishRun, putStep } from "./runs.ts";
import { type ActiveRun, addListener, stepKey } from "./state.ts";
import { dataMemo, errorMemo, recordResult } from "./steps.ts";

/** Where an operation was reported: by a job's answer, or by a checkpoint while the job is still in flight. */
export interface OperationSource {
  job: JobRecord;
  startedAt: number;
  retryAfter?: string | undefined;
}

/** What an operation asks of the run next. */
export type Outcome = "settled" | "waiting" | "retry" | "rediscover" | "ended" | { functionError: unknown };

type Handler = (core: Core, run: ActiveRun, operation: Operation, source: OperationSource) => Outcome;

const handlers: Record<string, Handler> = {
  StepRun: stepRan,
  Step: stepRan,
  StepError: stepErrored,
  StepFailed: stepFailed,
  StepPlanned: stepPlanned,
  Sleep: sleep,
  WaitForEvent: waitForEvent,
  InvokeFunction: invoke,
  Gateway: gateway,
  RunComplete: runComplete,
  DiscoveryRequest: () => "rediscover",
};

/** Carries out one operation. One that the engine does not know fails the run with an error that names it. */
export function applyOperation(
  core: Core,
  run: ActiveRun,
  operation: Operation,
  source: OperationSource,
): Outcome {
  const handler = handlers[operation.op];
  if (handler) return handler(core, run, operation, source);
  const message =
    `the operation "${operation.op}" of step "${stepName(operation)}" is not supported by local-engine. ` +
    "Run this function on Inngest's own dev server.";
  finishRun(core, run, "Failed", { error: { name: "UnsupportedOperation", message } });
  return "ended";
}

function stepName(operation: Operation): string {
  return operation.userland?.id ?? operation.displayName ?? operation.name ?? operation.id;
}

function findOrCreate(core: Core, run: ActiveRun, operation: Operation, startedAt = core.now()): StepRecord {
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

/** `step.fetch` keeps its own operation; every other step that ran is a StepRun. */
function markAsRun(step: StepRecord): void {
  if (step.op !== "Gateway") step.op = "StepRun";
}

function stepRan(core: Core, run: ActiveRun, operation: Operation, source: OperationSource): Outcome {
  const step = findOrCreate(core, run, operation, source.startedAt);
  if (isSettled(step)) return "settled";
  markAsRun(step);
  step.attempts.push({ attempt: source.job.attempt, startedAt: source.startedAt, endedAt: core.now() });
  recordResult(core, run, step, { memo: dataMemo(JSON.stringify(operation.data ?? null)) });
  return core.state.runs.has(run.record.id) ? "settled" : "ended";
}

function stepErrored(core: Core, run: ActiveRun, operation: Operation, source: OperationSource): Outcome {
  if (operation.id === runCompleteId) return { functionError: operation.error };
  const config = core.state.functions.get(run.record.functionId);
  const { attempt } = source.job;
  if (attempt + 1 >= (config?.maxAttempts ?? 1)) return stepFailed(core, run, operation, source);
  const step = findOrCreate(core, run, operation, source.startedAt);
  if (isSettled(step)) return "settled";
  const error = toSerializedError(operation.error);
  markAsRun(step);
  step.status = "retrying";
  step.attempts.push({ attempt, startedAt: source.startedAt, endedAt: core.now(), error });
  step.dueAt = nextAttemptAt(attempt, core.now(), source.retryAfter, core.retryInterval);
  putStep(core, run, step);
  const { stepId, gateway: isGateway } = source.job;
  const retry = { attempt: attempt + 1, dueAt: step.dueAt, ...(isGateway ? { gateway: true } : {}) };
  if (stepId !== undefined) addJob(core, run, { ...retry, stepId });
  else run.discoveryJobId = addJob(core, run, retry).id;
  return "retry";
}

function stepFailed(core: Core, run: ActiveRun, operation: Operation, source: OperationSource): Outcome {
  if (operation.id === runCompleteId) return { functionError: operation.error };
  const step = findOrCreate(core, run, operation, source.startedAt);
  if (isSettled(step)) return "settled";
  const error = toSerializedError(operation.error ?? operation.data);
  markAsRun(step);
  step.attempts.push({
    attempt: source.job.attempt,
    startedAt: source.startedAt,
    endedAt: core.now(),
    error,
  });
  recordResult(core, run, step, { memo: errorMemo(error), error });
  return core.state.runs.has(run.record.id) ? "settled" : "ended";
}

function stepPlanned(core: Core, run: ActiveRun, operation: Operation): Outcome {
  if (run.steps.has(operation.id)) return "waiting";
  putStep(core, run, { ...findOrCreate(core, run, operation), op: "StepRun" });
  addJob(core, run, { stepId: operation.id, attempt: 0, dueAt: core.now() });
  return "waiting";
}

function gateway(core: Core, run: ActiveRun, operation: Operation): Outcome {
  if (run.steps.has(operation.id)) return "waiting";
  putStep(core, run, findOrCreate(core, run, operation));
  addJob(core, run, { stepId: operation.id, gateway: true, attempt: 0, dueAt: core.now() });
  return "waiting";
}

function sleep(core: Core, run: ActiveRun, operation: Operation): Outcome {
  if (run.steps.has(operation.id)) return "waiting";
  return waitUntil(core, run, operation, "sleeping", operation.name ?? "");
}

function waitForEvent(core: Core, run: ActiveRun, operation: Operation): Outcome {
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

function invoke(core: Core, run: ActiveRun, operation: Operation): Outcome {
  if (run.steps.has(operation.id)) return "waiting";
  const timeout = operation.opts?.timeout;
  const outcome = waitUntil(core, run, operation, "invoking", typeof timeout === "string" ? timeout : "365d");
  const step = run.steps.get(operation.id);
  if (outcome !== "ended" && step) startInvoke(core, run, step);
  return outcome;
}

function waitUntil(
  core: Core,
  run: ActiveRun,
  operation: Operation,
  status: "sleeping" | "waiting" | "invoking",
  time: string,
): Outcome {
  const now = core.now();
  let dueAt: number;
  try {
    dueAt = resolveTime(time, now);
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

function runComplete(core: Core, run: ActiveRun, operation: Operation): Outcome {
  finishRun(core, run, "Completed", { output: JSON.stringify(operation.data ?? null) });
  return "ended";
}
