import type { Core } from "./core.ts";
import { nextCronTime } from "./cron.ts";
import { storeEvent } from "./event-log.ts";
import { timeOutInvoke } from "./invoke.ts";
import { giveUpHeldRuns } from "./pauses.ts";
import type { FunctionConfig } from "./records.ts";
import { finishRun } from "./runs.ts";
import { start, startPending } from "./starting.ts";
import type { TimerPayload } from "./state.ts";
import { settleStep } from "./steps.ts";
import { makeReady, moveLine } from "./throttle-lines.ts";

/** Does what became due. */
export function fireTimer(core: Core, payload: TimerPayload): void {
  switch (payload.kind) {
    case "job": {
      const run = core.state.runs.get(payload.runId);
      const job = run?.jobs.get(payload.jobId);
      if (run && job) makeReady(core, run, job);
      break;
    }
    case "step":
      endWait(core, payload.runId, payload.stepId);
      break;
    case "pending-start":
      startPending(core, payload.key);
      break;
    case "throttle":
      moveLine(core, payload.functionId, payload.key);
      break;
    case "cron":
      fireCron(core, payload);
      break;
    case "held-runs":
      giveUpHeldRuns(core, payload.functionId);
      break;
    case "run-start-timeout":
    case "run-finish-timeout":
      timeOut(core, payload.runId, payload.kind === "run-start-timeout" ? "start" : "finish");
  }
}

/** Sets the timers of a function's cron triggers. */
export function scheduleCrons(core: Core, config: FunctionConfig): void {
  for (const { cron } of config.triggers) if (cron !== undefined) scheduleCron(core, config.id, cron);
}

export function removeCrons(core: Core, config: FunctionConfig): void {
  for (const { cron } of config.triggers) core.state.timers.remove(`cron:${config.id}:${cron}`);
}

/** Sets all schedules anew: the calendar was set to another time than the engine's clock. */
export function rescheduleCrons(core: Core): void {
  for (const config of core.state.functions.values()) scheduleCrons(core, config);
}

function scheduleCron(core: Core, functionId: string, cron: string): void {
  const next = nextTime(cron, core.wall());
  if (next === undefined) return;
  core.state.timers.set({
    id: `cron:${functionId}:${cron}`,
    order: next + core.ahead(),
    payload: { kind: "cron", functionId, cron, dueAt: next },
  });
}

/** Registering refuses what cannot be read; the state that another version kept may still hold such a schedule. */
function nextTime(cron: string, after: number): number | undefined {
  try {
    return nextCronTime(cron, after);
  } catch {
    return undefined;
  }
}

function fireCron(core: Core, { functionId, cron, dueAt }: Extract<TimerPayload, { kind: "cron" }>): void {
  const config = core.state.functions.get(functionId);
  if (!config) return;
  // Both tell the time that the schedule names, which a busy engine may pass by a moment.
  const time = new Date(dueAt).toISOString().replace(/\.\d+Z$/, "Z");
  const event = storeEvent(core, {
    name: "inngest/scheduled.timer",
    data: { cron, fireAt: time, scheduledAt: time },
  });
  start(core, config, [event], { cron });
  scheduleCron(core, functionId, cron);
}

/** A sleep is over, or a wait gives up: `null` is what the function sees, except for an invoke, which fails. */
function endWait(core: Core, runId: string, stepId: string): void {
  const run = core.state.runs.get(runId);
  const step = run?.steps.get(stepId);
  if (!run || !step) return;
  if (step.status === "invoking") timeOutInvoke(core, run, step);
  else settleStep(core, run, step, { memo: "null" });
}

function timeOut(core: Core, runId: string, phase: "start" | "finish"): void {
  const run = core.state.runs.get(runId);
  if (!run || (phase === "start" && run.record.startedAt !== undefined)) return;
  const message = `the run did not ${phase} within the time that the function's timeouts.${phase} allows`;
  finishRun(core, run, "Cancelled", { error: { name: "TimeoutError", message } });
}
