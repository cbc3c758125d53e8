import { type Core, eventObject } from "../core/core.ts";
import { createRun } from "../core/create-run.ts";
import { findEvent, type IncomingEvent, storeEvent } from "../core/event-log.ts";
import { acceptEvent } from "../core/events.ts";
import { matches } from "../core/expressions.ts";
import { type Invocation, invokeAsEvent } from "../core/invocations.ts";
import { invokedEventName } from "../core/invokers.ts";
import { byteLength } from "../core/limits.ts";
import type { Machine } from "../core/machine.ts";
import { pauseFunction, resumeFunction } from "../core/pauses.ts";
import {
  type EventRecord,
  isSettled,
  type PauseRecord,
  type RunRecord,
  type StepRecord,
} from "../core/records.ts";
import { addJob } from "../core/run-jobs.ts";
import { ensureDiscovery, finishRun, pushFinished, putStep } from "../core/runs.ts";
import type { ActiveRun } from "../core/state.ts";
import { settleStep } from "../core/steps.ts";
import { createBulk } from "./bulk.ts";
import type { BulkProgress, BulkRequest } from "./bulk-request.ts";

/** Which runs a bulk cancellation ends. Times are milliseconds since the epoch. */
export interface BulkCancellation {
  functionId: string;
  startedAfter?: number;
  startedBefore?: number;
  /** CEL over `event`. */
  if?: string;
}

/** What a person can ask of a running engine. Each resolves to undefined or false when the thing named is not there. */
export interface Controls {
  cancelRun(runId: string): Promise<boolean>;
  /** @returns how many runs were cancelled. */
  cancelRuns(cancellation: BulkCancellation): Promise<number>;
  /** Runs the function again for the same events. Resolves to the new run's id. */
  rerun(runId: string): Promise<string | undefined>;
  /**
   * Starts a new run that keeps the results of the steps that finished before the given one.
   * @param input replaces the arguments that the step's function gets.
   */
  rerunFrom(runId: string, stepId: string, input?: unknown[]): Promise<string | undefined>;
  /** Sends a stored event again under a new id. Resolves to that id. */
  replayEvent(eventId: string): Promise<string | undefined>;
  /** Starts a function without its trigger. Resolves to the run's id. */
  invoke(functionId: string, data: Record<string, unknown>): Promise<string | undefined>;
  /** Asks for a run as an event does: the function's flow control decides when, and whether. Resolves to the event's id. */
  invokeAsEvent(functionId: string, invocation: Invocation): Promise<string | undefined>;
  /** Ends a pending sleep now. */
  skipSleep(runId: string, stepId: string): Promise<boolean>;
  /**
   * Ends a pending `waitForEvent` now: with data, as if the awaited event had come with it, and without, as timed out.
   * The event is given to this step alone: it is not stored, and starts and resumes nothing else.
   */
  endWait(runId: string, stepId: string, data?: Record<string, unknown>): Promise<boolean>;
  /**
   * Events no longer start the function; each is kept as a run with the status `Skipped`. A step that runs is finished.
   * @param runs what becomes of the runs in progress: `hold`, unless given, keeps them from going on until the function
   * is resumed, and cancels them after 7 days; `cancel` ends them now.
   */
  pauseFunction(functionId: string, runs?: PauseRecord["runs"]): Promise<boolean>;
  /** New events start the function again, and held runs go on. What was skipped stays so; `bulk` replays it. */
  resumeFunction(functionId: string): Promise<boolean>;
  /** Cancels or replays up to 1,000 runs, the oldest first. Resolves when it is done; `bulkProgress` tells meanwhile. */
  bulk(request: BulkRequest): Promise<BulkProgress>;
  bulkProgress(id: string): BulkProgress | undefined;
}

type Stored = <Result>(work: () => Result) => Promise<Result>;

export function createControls(machine: Machine, stored: Stored): Controls {
  const act = <Result>(action: (core: Core) => Result) => stored(() => machine.perform(action));
  return {
    cancelRun: (runId) => act((core) => cancelRun(core, runId)),
    cancelRuns: (cancellation) => act((core) => cancelRuns(core, cancellation)),
    rerun: (runId) => act((core) => rerun(core, runId)),
    rerunFrom: (runId, stepId, input) => act((core) => rerunFrom(core, runId, stepId, input)),
    replayEvent: (eventId) => act((core) => replayEvent(core, eventId)),
    invokeAsEvent: (functionId, invocation) => act((core) => invokeAsEvent(core, functionId, invocation)),
    invoke: (functionId, data) => act((core) => invoke(core, functionId, data)),
    skipSleep: (runId, stepId) => act((core) => skipSleep(core, runId, stepId)),
    endWait: (runId, stepId, data) => act((core) => endWait(core, runId, stepId, data)),
    pauseFunction: (functionId, runs = "hold") => act((core) => pauseFunction(core, functionId, runs)),
    resumeFunction: (functionId) => act((core) => resumeFunction(core, functionId)),
    ...createBulk(act),
  };
}

function cancelRun(core: Core, runId: string): boolean {
  const run = core.state.runs.get(runId);
  if (!run) return false;
  finishRun(core, run, "Cancelled", { error: { name: "Cancelled", message: "cancelled by request" } });
  return true;
}

function cancelRuns(core: Core, cancellation: BulkCancellation): number {
  const { functionId, startedAfter = 0, startedBefore = Number.POSITIVE_INFINITY } = cancellation;
  const chosen = [...core.state.runs.values()].filter(({ record, events: [first] }) => {
    if (record.functionId !== functionId) return false;
    if (record.queuedAt <= startedAfter || record.queuedAt >= startedBefore) return false;
    return (
      cancellation.if === undefined ||
      (first !== undefined && matches(cancellation.if, { event: eventObject(first) }))
    );
  });
  const error = { name: "Cancelled", message: "cancelled by a bulk cancellation" };
  for (const run of chosen) finishRun(core, run, "Cancelled", { error });
  return chosen.length;
}

function rerun(core: Core, runId: string): string | undefined {
  const copy = startCopy(core, runId);
  if (copy) ensureDiscovery(core, copy);
  return copy?.record.id;
}

function rerunFrom(
  core: Core,
  runId: string,
  stepId: string,
  input: unknown[] | undefined,
): string | undefined {
  const steps = core.state.store.steps(runId);
  const from = steps.find((step) => step.id === stepId);
  const copy = from && startCopy(core, runId);
  if (!from || !copy) return undefined;
  const end = from.order ?? Number.POSITIVE_INFINITY;
  const kept = steps.filter((step) => isSettled(step) && (step.order ?? 0) < end);
  for (const step of kept.sort((a, b) => (a.order ?? 0) - (b.order ?? 0))) keepStep(core, copy, step);
  if (input === undefined) {
    ensureDiscovery(core, copy);
  } else {
    const { order: _order, endedAt: _endedAt, memo: _memo, ...rest } = from;
    const planned: StepRecord = { ...rest, ...freshStep(core, copy), status: "planned" };
    putStep(core, copy, { ...planned, ...newInput(from, input) });
    const gateway = from.op === "AIGateway" ? { gateway: true } : {};
    addJob(core, copy, { stepId, ...gateway, attempt: 0, dueAt: core.now() });
  }
  return copy.record.id;
}

/** The app gets a step's input from the memo; a model's question is all in the options, as the engine asks it itself. */
function newInput({ op, opts }: StepRecord, input: unknown[]): Pick<StepRecord, "memo" | "opts"> {
  if (op === "AIGateway") return { opts: { ...opts, body: input[0] } };
  return { memo: JSON.stringify({ input }), opts: { ...opts, input } };
}

function startCopy(core: Core, runId: string): ActiveRun | undefined {
  const original = core.state.runs.get(runId)?.record ?? core.state.store.run(runId);
  const config = original && core.state.functions.get(original.functionId);
  if (!original || !config || core.pauses.find(config.id)) return undefined;
  const events = original.eventIds.flatMap((id) => findEvent(core, id) ?? []);
  return createRun(core, config, events, originOf(original));
}

function originOf(original: RunRecord): { rerunOf: string; cron?: string } {
  return { rerunOf: original.id, ...(original.cron === undefined ? {} : { cron: original.cron }) };
}

function keepStep(core: Core, run: ActiveRun, step: StepRecord): void {
  const order = run.stack.length;
  pushFinished(run, step);
  run.stateBytes += byteLength(step.memo ?? "");
  putStep(core, run, { ...step, ...freshStep(core, run), attempts: step.attempts, order });
}

function freshStep(core: Core, run: ActiveRun): Pick<StepRecord, "runId" | "attempts" | "startedAt"> {
  return { runId: run.record.id, attempts: [], startedAt: core.now() };
}

function replayEvent(core: Core, eventId: string): string | undefined {
  const event = findEvent(core, eventId);
  if (!event) return undefined;
  return acceptEvent(core, replayOf(event));
}

function replayOf(event: EventRecord): IncomingEvent {
  const { data, user, meta, v } = eventObject(event);
  return { name: event.name, data, user, meta, ...(typeof v === "string" ? { v } : {}) };
}

function invoke(core: Core, functionId: string, data: Record<string, unknown>): string | undefined {
  const config = core.state.functions.get(functionId);
  if (!config || core.pauses.find(functionId)) return undefined;
  const event = storeEvent(core, { name: invokedEventName, data });
  const run = createRun(core, config, [event]);
  ensureDiscovery(core, run);
  return run.record.id;
}

function skipSleep(core: Core, runId: string, stepId: string): boolean {
  const run = core.state.runs.get(runId);
  const step = run?.steps.get(stepId);
  if (!run || step?.status !== "sleeping") return false;
  settleStep(core, run, step, { memo: "null" });
  return true;
}

function endWait(
  core: Core,
  runId: string,
  stepId: string,
  data: Record<string, unknown> | undefined,
): boolean {
  const run = core.state.runs.get(runId);
  const step = run?.steps.get(stepId);
  if (!run || step?.op !== "WaitForEvent" || step.status !== "waiting") return false;
  const event = { name: String(step.opts?.event ?? ""), data, id: core.newId(), ts: core.now(), user: {} };
  settleStep(core, run, step, { memo: data === undefined ? "null" : JSON.stringify(event) });
  return true;
}
