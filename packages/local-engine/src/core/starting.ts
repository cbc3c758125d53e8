import { type Core, eventObject } from "./core.ts";
import { createRun, type StartOptions } from "./create-run.ts";
import { findEvent, findMark, putMark } from "./event-log.ts";
import { keyOf, matches } from "./expressions.ts";
import { invokerOf, linkInvokers } from "./invokers.ts";
import { limits } from "./limits.ts";
import { passOver } from "./pauses.ts";
import { admitByRate, rateKey } from "./rates.ts";
import type { EventRecord, FunctionConfig, PendingStartRecord } from "./records.ts";
import { queueStart } from "./run-jobs.ts";
import { finishRun } from "./runs.ts";
import { type ActiveRun, singletonName } from "./state.ts";

/**
 * An event triggers a function: start it now, later, together with others, or not at all, as its settings say.
 * @returns whether it is started, now or later.
 */
export function considerStart(core: Core, config: FunctionConfig, event: EventRecord): boolean {
  if (core.pauses.find(config.id)) {
    passOver(core, config, [event]);
    return false;
  }
  const context = { event: eventObject(event) };
  if (config.rateLimit && !admitByRate(core, config.id, config.rateLimit, context)) return false;
  if (config.idempotency !== undefined && !claimIdempotency(core, config, keyOf(config.idempotency, context)))
    return false;
  const { batch, debounce } = config;
  if (batch && (batch.if === undefined || matches(batch.if, context))) {
    addToBatch(core, config, batch, event);
  } else if (debounce) {
    postpone(core, config, debounce, event);
  } else {
    return start(core, config, [event]) !== undefined;
  }
  return true;
}

/** Starts a run, after the singleton rule and the throttle. Returns undefined when that rule or a pause skips it. */
export function start(
  core: Core,
  config: FunctionConfig,
  events: EventRecord[],
  options: StartOptions = {},
): ActiveRun | undefined {
  if (core.pauses.find(config.id)) {
    passOver(core, config, events, options);
    return undefined;
  }
  const [first] = events;
  const context = { event: first ? eventObject(first) : {} };
  const singletonKey = config.singleton && keyOf(config.singleton.key ?? '""', context);
  if (config.singleton && singletonKey !== undefined) {
    const rival = core.state.singletons.get(singletonName({ functionId: config.id, singletonKey }) ?? "");
    if (rival && config.singleton.mode === "skip") return undefined;
    if (rival) {
      const message = "cancelled by a newer run of this singleton function";
      finishRun(core, rival, "Cancelled", { error: { name: "Cancelled", message } });
    }
  }
  const invokedBy = first && invokerOf(first);
  const run = createRun(core, config, events, {
    ...options,
    ...(singletonKey === undefined ? {} : { singletonKey }),
    ...(invokedBy ? { invokedBy } : {}),
  });
  linkInvokers(core, run);
  queueStart(core, run, {
    dueAt: Math.max(core.now(), (first?.ts ?? 0) + core.ahead()),
    ...(config.throttle ? { throttleKey: rateKey(config.id, config.throttle.key, context) } : {}),
  });
  return run;
}

/** A debounce or a batch is due: start its run. */
export function startPending(core: Core, key: string): void {
  const pending = core.state.pendingStarts.get(key);
  if (!pending) return;
  removePending(core, key);
  const config = core.state.functions.get(pending.functionId);
  const events = pending.eventIds.flatMap((id) => findEvent(core, id) ?? []);
  if (!config || events.length === 0) return;
  start(core, config, events, pending.kind === "batch" ? { batchId: pending.batchId } : {});
}

function claimIdempotency(core: Core, config: FunctionConfig, key: string): boolean {
  const markKey = `${config.id}:${key}`;
  if (findMark(core, "idempotency", markKey)) return false;
  const expiresAt = core.now() + limits.idempotencyMilliseconds;
  putMark(core, { kind: "idempotency", key: markKey, value: "", expiresAt });
  return true;
}

function addToBatch(
  core: Core,
  config: FunctionConfig,
  batch: NonNullable<FunctionConfig["batch"]>,
  event: EventRecord,
): void {
  const key = pendingKey("batch", config.id, batch.key, event);
  const now = core.now();
  const pending =
    core.state.pendingStarts.get(key) ?? newPending(core, "batch", config.id, key, now + batch.timeout);
  pending.eventIds = [...pending.eventIds, event.id];
  putPending(core, pending);
  if (pending.eventIds.length >= batch.maxSize) startPending(core, key);
}

function postpone(
  core: Core,
  config: FunctionConfig,
  debounce: NonNullable<FunctionConfig["debounce"]>,
  event: EventRecord,
): void {
  const key = pendingKey("debounce", config.id, debounce.key, event);
  const now = core.now();
  const pending = core.state.pendingStarts.get(key) ?? newPending(core, "debounce", config.id, key, now);
  const latest =
    debounce.timeout === undefined ? Number.POSITIVE_INFINITY : pending.firstAt + debounce.timeout;
  const [heldId] = pending.eventIds;
  const held = heldId === undefined ? undefined : findEvent(core, heldId);
  // What was sent later counts, in whichever order the two arrive; the clock may have been set back between them.
  if (!held || event.ts >= held.ts || held.ts > core.wall()) pending.eventIds = [event.id];
  pending.dueAt = Math.min(now + debounce.period, latest);
  putPending(core, pending);
}

function pendingKey(kind: string, functionId: string, key: string | undefined, event: EventRecord): string {
  return `${kind}:${functionId}:${key === undefined ? "" : keyOf(key, { event: eventObject(event) })}`;
}

function newPending(
  core: Core,
  kind: PendingStartRecord["kind"],
  functionId: string,
  key: string,
  dueAt: number,
): PendingStartRecord {
  return { kind, functionId, key, batchId: core.newId(), eventIds: [], firstAt: core.now(), dueAt };
}

function putPending(core: Core, pending: PendingStartRecord): void {
  core.state.pendingStarts.set(pending.key, pending);
  core.state.put("pendingStarts", pending.key, pending);
  schedulePending(core, pending);
}

/** Sets the timer of a debounce or a batch. */
export function schedulePending(core: Core, pending: PendingStartRecord): void {
  const payload = { kind: "pending-start" as const, key: pending.key };
  core.state.timers.set({ id: `pending:${pending.key}`, order: pending.dueAt, payload });
}

function removePending(core: Core, key: string): void {
  core.state.pendingStarts.delete(key);
  core.state.timers.remove(`pending:${key}`);
  core.state.remove("pendingStarts", key);
}
