import { recordReportedMetadata } from "./annotations.ts";
import type { Core } from "./core.ts";
import { abortDefer, addDefer } from "./defers.ts";
import { isSettled, type JobRecord, type StepRecord } from "./records.ts";
import { findOrCreate, stepName } from "./reported-steps.ts";
import { type Operation, toSerializedError } from "./reports.ts";
import { addJob, retryAt } from "./run-jobs.ts";
import { finishRun, putStep } from "./runs.ts";
import { waitForSignal } from "./signals.ts";
import type { ActiveRun } from "./state.ts";
import { completeRun, dataMemo, errorMemo, recordResult } from "./steps.ts";
import { invoke, sleep, waitForEvent } from "./waits.ts";

/** Where an operation was reported: by a job's answer, or by a checkpoint while the job is still in flight. */
export interface OperationSource {
  job: JobRecord;
  startedAt: number;
  retryAfter?: string | undefined;
}

/** The id under which the SDK reports the function's own result: SHA-1 of "complete". */
const runCompleteId = "0737c22d3bfae812339732d14d8c7dbd6dc4e09c";

/** What an operation asks of the run next. */
export type Outcome =
  | "settled"
  | "waiting"
  | "retry"
  | "rediscover"
  | "ended"
  | { functionError: unknown; retriable: boolean };

type Handler = (core: Core, run: ActiveRun, operation: Operation, source: OperationSource) => Outcome;

const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries<Handler>({
    StepRun: stepRan,
    Step: stepRan,
    StepError: stepErrored,
    StepFailed: stepFailed,
    StepPlanned: stepPlanned,
    Sleep: sleep,
    WaitForEvent: waitForEvent,
    WaitForSignal: waitForSignal,
    InvokeFunction: invoke,
    Gateway: gateway,
    AIGateway: gateway,
    DeferAdd: addDefer,
    DeferAbort: abortDefer,
    RunComplete: runComplete,
    DiscoveryRequest: () => "rediscover",
  }),
);

/** Carries out one operation. One that the engine does not know fails the run with an error that names it. */
export function applyOperation(
  core: Core,
  run: ActiveRun,
  operation: Operation,
  source: OperationSource,
): Outcome {
  recordReportedMetadata(core, run, operation);
  const handler = handlers.get(operation.op);
  if (handler) return handler(core, run, operation, source);
  const message =
    `the operation "${operation.op}" of step "${stepName(operation)}" is not supported by local-engine. ` +
    "Run this function on Inngest's own dev server.";
  finishRun(core, run, "Failed", { error: { name: "UnsupportedOperation", message } });
  return "ended";
}

/** What the engine does itself keeps its operation; every other step that ran is a StepRun. */
function markAsRun(step: StepRecord): void {
  if (step.op !== "Gateway" && step.op !== "AIGateway") step.op = "StepRun";
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
  if (operation.id === runCompleteId) return { functionError: operation.error, retriable: true };
  const config = core.state.functions.get(run.record.functionId);
  const { attempt } = source.job;
  if (attempt + 1 >= (config?.maxAttempts ?? 1)) return stepFailed(core, run, operation, source);
  const step = findOrCreate(core, run, operation, source.startedAt);
  if (isSettled(step)) return "settled";
  const error = toSerializedError(operation.error);
  markAsRun(step);
  step.status = "retrying";
  step.attempts.push({ attempt, startedAt: source.startedAt, endedAt: core.now(), error });
  step.dueAt = retryAt(core, attempt, source.retryAfter);
  putStep(core, run, step);
  const { stepId, gateway: isGateway } = source.job;
  const retry = { attempt: attempt + 1, dueAt: step.dueAt, ...(isGateway ? { gateway: true } : {}) };
  const queued = addJob(core, run, stepId === undefined ? retry : { ...retry, stepId });
  if (stepId === undefined) run.discoveryJobId = queued.id;
  step.dueAt = queued.dueAt;
  return "retry";
}

function stepFailed(core: Core, run: ActiveRun, operation: Operation, source: OperationSource): Outcome {
  if (operation.id === runCompleteId) return { functionError: operation.error, retriable: false };
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

function runComplete(core: Core, run: ActiveRun, operation: Operation): Outcome {
  completeRun(core, run, JSON.stringify(operation.data ?? null));
  return "ended";
}
