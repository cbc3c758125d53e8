import type { Core } from "./core.ts";
import type { StartOptions } from "./create-run.ts";
import type { EventRecord, FunctionConfig, PauseRecord, RunRecord } from "./records.ts";
import { finishRun } from "./runs.ts";
import { makeReady, moveLinesOf } from "./throttle-lines.ts";

/** Held runs that nobody resumes in this time are cancelled, as Inngest does. */
const longestHold = 7 * 86_400_000;

/** @returns false when no function has this id. A function that is paused already keeps its time, and the new choice counts. */
export function pauseFunction(core: Core, functionId: string, runs: PauseRecord["runs"]): boolean {
  if (!core.state.functions.has(functionId)) return false;
  const pausedAt = core.pauses.find(functionId)?.pausedAt ?? core.now();
  core.pauses.put({ functionId, pausedAt, runs });
  if (runs === "cancel") cancelRunsOf(core, functionId, "cancelled when the function was paused");
  else holdRuns(core, functionId);
  schedulePause(core, functionId);
  core.state.notify({ type: "apps" });
  return true;
}

/** Held runs go on with their next step. @returns false when the function is not paused. */
export function resumeFunction(core: Core, functionId: string): boolean {
  if (!core.pauses.find(functionId)) return false;
  core.pauses.remove(functionId);
  core.state.timers.remove(`pause:${functionId}`);
  core.dispatcher.letGo(functionId);
  moveLinesOf(core, (id) => id === functionId);
  core.state.notify({ type: "apps" });
  return true;
}

/** Sets the timer after which held runs are cancelled, at first and after a restart. */
export function schedulePause(core: Core, functionId: string): void {
  const pause = core.pauses.find(functionId);
  if (pause?.runs !== "hold") return;
  const payload = { kind: "held-runs" as const, functionId };
  core.state.timers.set({ id: `pause:${functionId}`, order: pause.pausedAt + longestHold, payload });
}

/** The function was paused for so long that its held runs are given up; it stays paused. */
export function giveUpHeldRuns(core: Core, functionId: string): void {
  cancelRunsOf(core, functionId, "cancelled because the function was paused for 7 days");
}

function cancelRunsOf(core: Core, functionId: string, message: string): void {
  const runs = [...core.state.runs.values()].filter(({ record }) => record.functionId === functionId);
  for (const run of runs) finishRun(core, run, "Cancelled", { error: { name: "Cancelled", message } });
}

function holdRuns(core: Core, functionId: string): void {
  for (const run of core.state.runs.values()) {
    if (run.record.functionId !== functionId) continue;
    for (const job of run.jobs.values()) {
      if (job.dueAt <= core.now() && !core.dispatcher.inFlight(job.id)) makeReady(core, run, job);
    }
  }
}

/**
 * A call that reports its steps while the function is paused has done its last one: it is stopped, and made again when
 * the function is resumed. @returns whether the call may go on.
 */
export function mayGoOn(core: Core, jobId: string): boolean {
  const call = core.dispatcher.inFlight(jobId);
  if (!call || !core.pauses.find(call.config.id)) return true;
  core.dispatcher.release(call);
  if (call.run.jobs.has(jobId)) core.dispatcher.ready(call.run, call.job);
  return false;
}

/** The function is paused: what would have started it is kept as a run that was passed over, and can be replayed. */
export function passOver(
  core: Core,
  config: FunctionConfig,
  events: readonly EventRecord[],
  options: StartOptions = {},
): void {
  const now = core.now();
  const record: RunRecord = {
    id: core.newId(),
    functionId: config.id,
    appId: config.appId,
    status: "Skipped",
    eventIds: events.map(({ id }) => id),
    queuedAt: now,
    endedAt: now,
    attempts: [],
    parallel: false,
    requestVersion: -1,
    rank: now,
    concurrencyKeys: [],
    ...options,
  };
  core.state.put("runs", record.id, record);
  core.state.notify({ type: "run", id: record.id, functionId: config.id, status: record.status });
}
