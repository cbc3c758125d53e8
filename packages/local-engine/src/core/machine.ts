import { applyAnswer, applyCheckpoint, wakeCalls } from "./answers.ts";
import { type Core, type CoreOptions, createCore } from "./core.ts";
import type { Call } from "./dispatcher.ts";
import { settleEnded } from "./ended.ts";
import type { IncomingEvent } from "./event-log.ts";
import { acceptEvent } from "./events.ts";
import { mayGoOn, schedulePause } from "./pauses.ts";
import { type AppRecord, isSettled } from "./records.ts";
import type { Answer, Operation } from "./reports.ts";
import { scheduleJob } from "./run-jobs.ts";
import { activate, putRun, scheduleStartTimeout } from "./runs.ts";
import { listenForSignal } from "./signals.ts";
import { schedulePending } from "./starting.ts";
import type { ActiveRun } from "./state.ts";
import { moveLinesOf } from "./throttle-lines.ts";
import { fireTimer, removeCrons, rescheduleCrons, scheduleCrons } from "./timers.ts";
import { listenForEvent, scheduleStepTimer } from "./waits.ts";

/**
 * The engine without input or output: events, answers and the passing of time go in; calls, changes to store and
 * notices come out. Nothing here waits, and nothing reads a clock other than the one given.
 */
export interface Machine {
  readonly core: Core;
  /** Takes up what the store says was in progress. Calls that were in flight are made again. */
  recover(): void;
  /** @returns whether the app differs from what was known. */
  register(app: AppRecord): boolean;
  accept(event: IncomingEvent, internalId?: string): string;
  /** The calls to make now. */
  takeCalls(): Call[];
  answer(call: Call, answer: Answer): void;
  /** @returns false when another call has taken this one's place. */
  checkpoint(runId: string, jobId: string, requestId: string | undefined, operations: Operation[]): boolean;
  /** Does what is due by now: everything, unless told how much at most. */
  fireDue(most?: number): void;
  nextDue(): number | undefined;
  /** Carries out a change that a person asked for, and what follows from it. */
  perform<Result>(action: (core: Core) => Result): Result;
}

export function createMachine(options: CoreOptions): Machine {
  const core = createCore(options);
  let ahead = core.ahead();

  function perform<Result>(action: (core: Core) => Result): Result {
    const result = action(core);
    settleEnded(core);
    return result;
  }

  return {
    core,
    perform,
    recover: () => recover(core),
    register: (app) => perform(() => register(core, app)),
    accept: (event, internalId) => perform(() => acceptEvent(core, event, internalId)),
    takeCalls: () => core.dispatcher.takeCalls().map((call) => begin(core, call)),
    answer: (call, answer) => perform(() => applyAnswer(core, call, answer)),
    checkpoint: (runId, jobId, requestId, operations) =>
      perform(() => applyCheckpoint(core, runId, jobId, requestId, operations) && mayGoOn(core, jobId)),
    fireDue(most = Number.POSITIVE_INFINITY) {
      core.now();
      if (core.ahead() !== ahead) rescheduleCrons(core);
      ahead = core.ahead();
      for (let fired = 0; fired < most; fired++) {
        const due = core.state.timers.take(core.now());
        if (!due) return;
        perform(() => fireTimer(core, due.payload));
      }
    },
    nextDue: () => core.state.timers.first(),
  };
}

function begin(core: Core, call: Call): Call {
  const { run, config, job } = call;
  job.generation = (job.generation ?? 0) + 1;
  call.registrations = core.registrations.get(run.record.appId) ?? 0;
  core.state.put("jobs", job.id, job);
  if (run.record.startedAt !== undefined) return call;
  run.record.status = "Running";
  run.record.startedAt = core.now();
  putRun(core, run);
  core.state.timers.remove(`start:${run.record.id}`);
  scheduleFinishTimeout(core, run, config.timeouts?.finish);
  return call;
}

function scheduleFinishTimeout(core: Core, run: ActiveRun, finish: number | undefined): void {
  if (finish === undefined || run.record.startedAt === undefined) return;
  const payload = { kind: "run-finish-timeout" as const, runId: run.record.id };
  core.state.timers.set({ id: `finish:${run.record.id}`, order: run.record.startedAt + finish, payload });
}

function register(core: Core, app: AppRecord): boolean {
  const { state } = core;
  const known = state.apps.get(app.id);
  const modified = known?.checksum !== app.checksum;
  if (modified) {
    for (const config of known?.functions ?? []) forgetFunction(core, config.id);
    for (const config of app.functions) {
      state.functions.set(config.id, config);
      scheduleCrons(core, config);
    }
    state.rebuildTriggers();
  }
  state.apps.set(app.id, app);
  core.registrations.set(app.id, (core.registrations.get(app.id) ?? 0) + 1);
  if (modified || known?.error !== app.error) {
    state.put("apps", app.id, app);
    state.notify({ type: "apps" });
  }
  if (modified) {
    core.dispatcher.reconsider();
    moveLinesOf(core, (functionId) => state.functions.get(functionId)?.appId === app.id);
  }
  wakeCalls(core, app.id);
  return modified;
}

function forgetFunction(core: Core, functionId: string): void {
  const config = core.state.functions.get(functionId);
  if (!config) return;
  removeCrons(core, config);
  core.state.functions.delete(functionId);
}

function recover(core: Core): void {
  const { state } = core;
  const stored = state.store.load();
  // A moment later: ids of one millisecond are in order only within a process.
  if (stored.newestTime !== undefined) core.notBefore(stored.newestTime + 1);
  for (const app of stored.apps) {
    state.apps.set(app.id, app);
    for (const config of app.functions) {
      state.functions.set(config.id, config);
      scheduleCrons(core, config);
    }
  }
  state.rebuildTriggers();
  for (const functionId of state.functions.keys()) schedulePause(core, functionId);
  for (const { run, steps } of stored.runs) recoverRun(core, activate(core, run, undefined, steps));
  for (const job of stored.jobs) {
    const run = state.runs.get(job.runId);
    if (!run) continue;
    run.jobs.set(job.id, job);
    if (job.stepId === undefined) run.discoveryJobId = job.id;
    scheduleJob(core, run, job);
  }
  for (const pending of stored.pendingStarts) {
    state.pendingStarts.set(pending.key, pending);
    schedulePending(core, pending);
  }
}

function recoverRun(core: Core, run: ActiveRun): void {
  const timeouts = core.state.functions.get(run.record.functionId)?.timeouts;
  scheduleStartTimeout(core, run, timeouts?.start);
  scheduleFinishTimeout(core, run, timeouts?.finish);
  for (const step of run.steps.values()) {
    if (isSettled(step) || step.dueAt === undefined) continue;
    if (step.status === "planned" || step.status === "retrying") continue;
    scheduleStepTimer(core, run, step, step.dueAt);
    if (step.op === "WaitForSignal") listenForSignal(core, run, step);
    else if (step.status === "waiting") listenForEvent(core, run, step);
  }
}
