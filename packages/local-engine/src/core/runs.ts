import type { Core } from "./core.ts";
import { resolveTime } from "./durations.ts";
import { findEvent } from "./event-log.ts";
import { byteLength } from "./limits.ts";
import {
  type EventRecord,
  type FunctionConfig,
  isSettled,
  type RunRecord,
  type RunStatus,
  type SerializedError,
  type StepRecord,
} from "./records.ts";
import { addJob, removeJob } from "./run-jobs.ts";
import {
  type ActiveRun,
  addListener,
  removeListener,
  removeSignal,
  singletonName,
  stepKey,
} from "./state.ts";

/** Shared by the runs that have not begun, of which many wait, and put into by nobody. */
const noSteps = new Map<string, StepRecord>();
const noPending = new Set<string>();
const noStack: string[] = [];

/** Sets the timer that cancels a run whose first call is not made within `timeout` milliseconds. */
export function scheduleStartTimeout(core: Core, { record }: ActiveRun, timeout: number | undefined): void {
  if (timeout === undefined || record.startedAt !== undefined) return;
  const payload = { kind: "run-start-timeout" as const, runId: record.id };
  core.state.timers.set({ id: `start:${record.id}`, order: record.queuedAt + timeout, payload });
}

/** Takes a run into the working memory: a new one, or a stored one after a restart. */
export function activate(
  core: Core,
  record: RunRecord,
  events: EventRecord[] | undefined,
  steps: StepRecord[],
): ActiveRun {
  for (const event of events ?? []) core.events.set(event);
  const cancels = core.state.functions.get(record.functionId)?.cancel ?? [];
  // Each event of that name is compared with theirs.
  const kept = cancels.some((cancel) => cancel.if !== undefined)
    ? (events ?? eventsOf(core, record))
    : undefined;
  const finished = steps.filter((step) => step.order !== undefined);
  finished.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const run: ActiveRun = {
    record,
    get events() {
      return kept ?? eventsOf(core, record);
    },
    steps: steps.length === 0 ? noSteps : new Map(steps.map((step) => [step.id, step])),
    pending:
      steps.length === 0
        ? noPending
        : new Set(steps.filter((step) => !isSettled(step)).map((step) => step.id)),
    stack: steps.length === 0 ? noStack : finished.map((step) => step.id),
    stateBytes: finished.reduce((total, step) => total + byteLength(step.memo ?? ""), 0),
    jobs: new Map(),
    rediscover: false,
  };
  core.state.runs.set(record.id, run);
  const name = singletonName(record);
  if (name !== undefined) core.state.singletons.set(name, run);
  for (const [position, cancel] of cancels.entries()) {
    addListener(core.state, cancel.event, cancelListener(core, record, cancel, position));
  }
  return run;
}

/** Puts a step at the end of those that are finished. */
export function pushFinished(run: ActiveRun, step: StepRecord): void {
  if (run.stack === noStack) run.stack = [];
  run.stack.push(step.id);
}

function eventsOf(core: Core, { eventIds }: RunRecord): EventRecord[] {
  return eventIds.flatMap((id) => {
    const event = core.events.get(id) ?? findEvent(core, id);
    if (!event) return [];
    core.events.set(event);
    return [event];
  });
}

export function putRun(core: Core, run: ActiveRun): void {
  core.state.put("runs", run.record.id, run.record);
  notifyOf(core, run);
}

export function putStep(core: Core, run: ActiveRun, step: StepRecord): void {
  if (run.steps === noSteps) {
    run.steps = new Map();
    run.pending = new Set();
  }
  run.steps.set(step.id, step);
  if (isSettled(step)) run.pending.delete(step.id);
  else run.pending.add(step.id);
  core.state.put("steps", stepKey(step.runId, step.id), step);
  notifyOf(core, run);
}

function notifyOf({ state }: Core, { record: { id, functionId, status } }: ActiveRun): void {
  state.notify({ type: "run", id, functionId, status });
}

/**
 * Sees to it that the function body is called again, once, even if several steps finish together. A call that finds no
 * step pending may checkpoint again; one that does must not run by itself what is called already.
 */
export function ensureDiscovery(core: Core, run: ActiveRun): void {
  const hasPending = run.pending.size > 0;
  // One that is queued may be the retry of a step that the body ran itself, and has to run it again.
  if (run.discoveryJobId === undefined || !hasPending) setParallel(core, run, hasPending);
  if (run.discoveryJobId === undefined) {
    run.discoveryJobId = addJob(core, run, { attempt: 0, dueAt: core.now() }).id;
  } else if (core.dispatcher.inFlight(run.discoveryJobId)) {
    run.rediscover = true;
  }
}

/** Whether each step is called by its id. */
export function setParallel(core: Core, run: ActiveRun, parallel: boolean): void {
  if (run.record.parallel === parallel) return;
  run.record.parallel = parallel;
  putRun(core, run);
}

/** Ends a run and takes back everything it waits for. What follows from the end is done by `settleEnded`. */
export function finishRun(
  core: Core,
  run: ActiveRun,
  status: Extract<RunStatus, "Completed" | "Failed" | "Cancelled">,
  result: { output?: string; error?: SerializedError },
): void {
  const { state } = core;
  const { record } = run;
  for (const jobId of [...run.jobs.keys()]) removeJob(core, run, jobId);
  for (const step of run.steps.values()) if (!isSettled(step)) abandonStep(core, run, step);
  const cancels = state.functions.get(record.functionId)?.cancel ?? [];
  for (const [position, cancel] of cancels.entries()) {
    removeListener(state, cancel.event, `${record.id}:cancel:${position}`);
  }
  state.timers.remove(`start:${record.id}`);
  state.timers.remove(`finish:${record.id}`);
  Object.assign(record, { status, endedAt: core.now(), ...result });
  putRun(core, run);
  state.runs.delete(record.id);
  const name = singletonName(record);
  if (name !== undefined && state.singletons.get(name) === run) state.singletons.delete(name);
  core.ended.push(run);
}

/** Takes back the timer and the listener of a step that no longer waits. */
export function stopWaiting(core: Core, run: ActiveRun, step: StepRecord): void {
  core.state.timers.remove(`step:${stepKey(run.record.id, step.id)}`);
  if (step.op === "WaitForEvent") {
    removeListener(core.state, String(step.opts?.event ?? ""), stepKey(run.record.id, step.id));
  }
  if (step.op === "WaitForSignal")
    removeSignal(core.state, String(step.opts?.signal ?? ""), stepKey(run.record.id, step.id));
}

function abandonStep(core: Core, run: ActiveRun, step: StepRecord): void {
  stopWaiting(core, run, step);
  step.status = "cancelled";
  step.endedAt = core.now();
  putStep(core, run, step);
}

function cancelListener(
  core: Core,
  record: RunRecord,
  cancel: FunctionConfig["cancel"][number],
  position: number,
) {
  return {
    id: `${record.id}:cancel:${position}`,
    runId: record.id,
    ...(cancel.if === undefined ? {} : { expression: cancel.if }),
    ...(cancel.timeout === undefined
      ? {}
      : { expiresAt: resolveTime(cancel.timeout, record.queuedAt, core.ahead()) }),
  };
}
