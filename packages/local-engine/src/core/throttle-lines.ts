import type { Core } from "./core.ts";
import { createOrderedQueue } from "./ordered-queue.ts";
import { nextPlace, rateOfThrottle, takePlace } from "./rates.ts";
import type { JobRecord } from "./records.ts";
import type { ActiveRun } from "./state.ts";

/**
 * A job is due: it goes to the dispatcher, unless it starts a run whose function is throttled. Then it waits in the
 * line of its key, in which the rank decides, until the throttle has a place.
 */
export function makeReady(core: Core, run: ActiveRun, job: JobRecord): void {
  const { throttleKey } = job;
  if (throttleKey === undefined) {
    core.dispatcher.ready(run, job);
    return;
  }
  const line = core.throttleLines.get(throttleKey) ?? createOrderedQueue(core.nextTieBreak);
  line.set({ id: job.id, order: run.record.rank, payload: { run, job } });
  core.throttleLines.set(throttleKey, line);
  moveLine(core, run.record.functionId, throttleKey);
}

/**
 * Starts as many of a line as the throttle has places for now, and sets the timer for the next. The line of a paused
 * function stands still, and nobody in it uses up a place.
 */
export function moveLine(core: Core, functionId: string, key: string): void {
  if (core.pauses.find(functionId)) return;
  const line = core.throttleLines.get(key);
  const throttle = core.state.functions.get(functionId)?.throttle;
  const rate = throttle && rateOfThrottle(throttle);
  while (line && line.size > 0) {
    const next = rate ? nextPlace(core, "throttle", key, rate) : core.now();
    if (next > core.now()) {
      core.state.timers.set({
        id: timerId(key),
        order: next,
        payload: { kind: "throttle", functionId, key },
      });
      return;
    }
    if (rate) takePlace(core, "throttle", key, rate);
    const first = line.take();
    if (first) admit(core, first.payload.run, first.payload.job);
  }
  endLine(core, key);
}

/** A function was resumed, or its throttle may have changed. */
export function moveLinesOf(core: Core, isMeant: (functionId: string) => boolean): void {
  for (const [key, line] of [...core.throttleLines]) {
    const functionId = line.peek()?.run.record.functionId;
    if (functionId !== undefined && isMeant(functionId)) moveLine(core, functionId, key);
  }
}

/** The job is no longer wanted: its place goes to the next one. */
export function leaveLine(core: Core, job: JobRecord): void {
  const line = job.throttleKey === undefined ? undefined : core.throttleLines.get(job.throttleKey);
  if (!line || job.throttleKey === undefined) return;
  line.remove(job.id);
  if (line.size === 0) endLine(core, job.throttleKey);
}

/** Stored without its line: after a restart it does not take a second place. */
function admit(core: Core, run: ActiveRun, { throttleKey: _passed, ...job }: JobRecord): void {
  run.jobs.set(job.id, job);
  core.state.put("jobs", job.id, job);
  core.dispatcher.ready(run, job);
}

function endLine(core: Core, key: string): void {
  core.throttleLines.delete(key);
  core.state.timers.remove(timerId(key));
}

function timerId(key: string): string {
  return `throttle:${key}`;
}
