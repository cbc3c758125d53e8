import type { Core } from "./core.ts";
import type { Call } from "./dispatcher.ts";
import { applyOperation, type Outcome } from "./operations.ts";
import type { JobRecord, SerializedError } from "./records.ts";
import { type Answer, type Operation, toSerializedError } from "./reports.ts";
import { delayed, removeJob, retryAt, scheduleJob } from "./run-jobs.ts";
import { ensureDiscovery, finishRun, putRun, putStep, setParallel } from "./runs.ts";
import type { ActiveRun } from "./state.ts";
import { completeRun, continueAfter } from "./steps.ts";

const keptRunAttempts = 50;
/** How long a call waits for a worker before it is looked again whether there is one. */
const heldWait = 500;
const longestHeldWait = 30_000;

/** Takes the answer to a call in. An answer to a call that was given up, or of a run that ended, changes nothing. */
export function applyAnswer(core: Core, call: Call, answer: Answer): void {
  if (core.dispatcher.inFlight(call.job.id) !== call) return;
  core.dispatcher.release(call);
  const { run, job } = call;
  if (!run.jobs.has(job.id)) return;
  if (answer.requestVersion !== undefined && run.record.requestVersion !== answer.requestVersion) {
    run.record.requestVersion = answer.requestVersion;
    putRun(core, run);
  }
  if (answer.type === "completed") completeRun(core, run, answer.output);
  else if (answer.type === "failed") applyFailure(core, call, answer);
  else applyOperations(core, call, answer.operations, answer.retryAfter);
}

/**
 * Stores steps that a call in flight reports. False when the call is not, or no longer, the one that may report: the
 * SDK then has to stop, because another call has taken its place.
 */
export function applyCheckpoint(
  core: Core,
  runId: string,
  jobId: string,
  requestId: string | undefined,
  operations: Operation[],
): boolean {
  const call = core.dispatcher.inFlight(jobId);
  const run = core.state.runs.get(runId);
  if (!call || !run || call.run !== run) return false;
  if (requestId !== undefined && requestId !== call.requestId) return false;
  for (const operation of operations) {
    applyOperation(core, run, operation, { job: call.job, startedAt: call.progressAt });
    call.progressAt = core.now();
    if (!core.state.runs.has(runId)) return false;
  }
  return true;
}

function applyOperations(
  core: Core,
  call: Call,
  operations: Operation[],
  retryAfter: string | undefined,
): void {
  const { run, job } = call;
  removeJob(core, run, job.id);
  const outcomes: Outcome[] = [];
  for (const operation of operations) {
    const outcome = applyOperation(core, run, operation, { job, startedAt: call.progressAt, retryAfter });
    if (outcome === "ended") return;
    if (typeof outcome === "object") {
      const error = toSerializedError(outcome.functionError);
      const { retriable } = outcome;
      applyFailure(core, call, { type: "failed", error, retriable, ...(retryAfter ? { retryAfter } : {}) });
      return;
    }
    outcomes.push(outcome);
  }
  if (operations.filter(({ id }) => run.pending.has(id)).length > 1) setParallel(core, run, true);
  goOn(core, run, operations, outcomes);
}

function goOn(core: Core, run: ActiveRun, operations: Operation[], outcomes: Outcome[]): void {
  if (outcomes.includes("rediscover") || run.rediscover) {
    run.rediscover = false;
    ensureDiscovery(core, run);
    return;
  }
  for (const [position, operation] of operations.entries()) {
    const step = run.steps.get(operation.id);
    if (outcomes[position] === "settled" && step && !outcomes.includes("retry"))
      continueAfter(core, run, step);
  }
  if (run.jobs.size === 0 && run.pending.size === 0) {
    const message = "the app answered without anything new to do or to wait for, so the run cannot go on.";
    finishRun(core, run, "Failed", { error: { name: "ProtocolError", message } });
  }
}

/**
 * As on the official server, an app that cannot be reached, or that died on the way, uses up an attempt like any error;
 * a call for which no worker is connected is held back.
 */
function applyFailure(core: Core, call: Call, failure: Extract<Answer, { type: "failed" }>): void {
  const { run, job, config } = call;
  if (failure.reach === "nobody") {
    const unreachable = (job.unreachable ?? 0) + 1;
    const wait = Math.min(heldWait * 2 ** (unreachable - 1), longestHeldWait);
    repeatCall(core, call, { ...job, dueAt: core.now() + wait, unreachable });
    return;
  }
  recordFailedAttempt(core, call, failure.error);
  if (!failure.retriable || job.attempt + 1 >= config.maxAttempts) {
    finishRun(core, run, "Failed", { error: failure.error });
    return;
  }
  const { unreachable: _held, lost: _lost, ...rest } = job;
  const isGone = failure.reach !== undefined;
  // One that registered while the call was failing does not do so again.
  const isBack = isGone && (core.registrations.get(run.record.appId) ?? 0) > (call.registrations ?? 0);
  const attempt = job.attempt + 1;
  const turn = retryAt(core, job.attempt, failure.retryAfter);
  const next = isBack ? Math.min(turn, core.now() + comeback(attempt)) : turn;
  repeatCall(core, call, { ...rest, attempt, dueAt: delayed(run, next), ...(isGone ? { lost: true } : {}) });
}

function repeatCall(core: Core, { run }: Call, job: JobRecord): void {
  run.jobs.set(job.id, job);
  if (job.stepId === undefined) run.discoveryJobId = job.id;
  core.state.put("jobs", job.id, job);
  scheduleJob(core, run, job);
  const step = job.stepId === undefined ? undefined : run.steps.get(job.stepId);
  if (!step) return;
  step.status = "retrying";
  step.dueAt = job.dueAt;
  putStep(core, run, step);
}

/**
 * How long a call that lost its app waits when that is back: not at all at first, and then longer each time. An app that
 * comes and goes would otherwise use up all attempts in a minute, which on the official server last for a day.
 */
function comeback(attempt: number): number {
  return attempt < 3 ? 0 : 1_000 * 2 ** (attempt - 1);
}

/** The app is back: calls that could not be made, or that lost it on the way, are due soon. */
export function wakeCalls(core: Core, appId: string): void {
  for (const [id, { run, job }] of [...core.gone]) {
    if (run.record.appId !== appId || core.dispatcher.inFlight(id)) continue;
    const dueAt = job.lost ? delayed(run, core.now() + comeback(job.attempt)) : core.now();
    if (dueAt >= job.dueAt) continue;
    core.state.timers.remove(`job:${id}`);
    job.dueAt = dueAt;
    core.state.put("jobs", id, job);
    scheduleJob(core, run, job);
  }
}

function recordFailedAttempt(core: Core, { run, job, progressAt }: Call, error: SerializedError): void {
  const attempt = { attempt: job.attempt, startedAt: progressAt, endedAt: core.now(), error };
  const step = job.stepId === undefined ? undefined : run.steps.get(job.stepId);
  if (step) {
    step.attempts.push(attempt);
    return;
  }
  run.record.attempts = [...run.record.attempts, attempt].slice(-keptRunAttempts);
  putRun(core, run);
}
