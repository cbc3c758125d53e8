import { type Core, eventObject } from "./core.ts";
import { keyOf, numberOf } from "./expressions.ts";
import type { EventRecord, FunctionConfig, RunRecord } from "./records.ts";
import { activate, putRun, scheduleStartTimeout } from "./runs.ts";
import type { ActiveRun } from "./state.ts";

export interface StartOptions {
  cron?: string;
  batchId?: string;
  singletonKey?: string;
  invokedBy?: RunRecord["invokedBy"];
  rerunOf?: string;
}

/** Creates a run of a function for its events and queues its first call. */
export function createRun(
  core: Core,
  config: FunctionConfig,
  events: EventRecord[],
  options: StartOptions = {},
): ActiveRun {
  const now = core.now();
  const id = core.newId();
  const priority = 1_000 * priorityOf(config, events);
  const record: RunRecord = {
    id,
    functionId: config.id,
    appId: config.appId,
    status: "Queued",
    eventIds: events.map((event) => event.id),
    queuedAt: now,
    attempts: [],
    parallel: false,
    requestVersion: -1,
    // A seed shuffles equals call by call.
    rank: now - priority + (core.nextTieBreak ? 0 : placeAmongEquals(id)),
    ...(priority < 0 ? { delay: -priority } : {}),
    concurrencyKeys: concurrencyKeysOf(config, events),
    ...options,
  };
  const run = activate(core, record, events, []);
  putRun(core, run);
  scheduleStartTimeout(core, run, config.timeouts?.start);
  return run;
}

/**
 * Runs queued in one millisecond are equals, and the official server starts them in no particular order. A number below
 * 1 that follows from the id: with ids that can be repeated, so can the order.
 */
function placeAmongEquals(id: string): number {
  let mixed = 0x811c9dc5;
  for (const character of id) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 4_294_967_296;
}

function priorityOf(config: FunctionConfig, events: EventRecord[]): number {
  const [first] = events;
  if (config.priority === undefined || !first) return 0;
  return Math.max(-600, Math.min(600, numberOf(config.priority, { event: eventObject(first) })));
}

function concurrencyKeysOf(config: FunctionConfig, events: EventRecord[]): string[] {
  const [first] = events;
  return config.concurrency.map(({ key, scope = "fn" }) => {
    const value = key === undefined || !first ? "" : keyOf(key, { event: eventObject(first) });
    return scope === "fn" ? `fn:${config.id}:${key ?? ""}:${value}` : `${scope}:${key ?? ""}:${value}`;
  });
}
