import { monotonicFactory } from "ulid";
import { createDispatcher } from "./dispatcher.ts";
import { createEventCache, type EventCache } from "./event-cache.ts";
import { type HoldingDispatcher, holdPausedCalls } from "./held-calls.ts";
import type { OrderedQueue } from "./ordered-queue.ts";
import { createPauses, type Pauses } from "./paused-functions.ts";
import { createRandomPool } from "./random-pool.ts";
import type { EventRecord } from "./records.ts";
import { type ActiveRun, createState, type DueJob, type EngineState } from "./state.ts";
import type { Store } from "./store.ts";

export interface CoreOptions {
  store: Store;
  /** The current time in milliseconds, which never goes back; the only clock that the state machine reads. */
  now: () => number;
  /** How far that is ahead of what a calendar says; not at all unless given. */
  ahead?: (() => number) | undefined;
  /** Told a time that has certainly passed. */
  notBefore?: ((time: number) => void) | undefined;
  /** Makes ids and the order of simultaneous work repeatable; without it ids are random and work is first in, first out. */
  random?: () => number;
  /** Makes only ids repeatable. */
  idRandom?: () => number;
  /** Calls in flight at one time, over all functions. */
  maxConcurrentCalls: number;
  /** Milliseconds between attempts in place of Inngest's table. */
  retryInterval?: number;
}

/** What every part of the state machine works with. */
export interface Core {
  readonly state: EngineState;
  readonly dispatcher: HoldingDispatcher;
  readonly pauses: Pauses;
  readonly events: EventCache;
  readonly retryInterval: number | undefined;
  /** Runs that ended while the current input was handled. */
  readonly ended: ActiveRun[];
  /** Jobs that wait for a place under a throttle, by what it counts together. */
  readonly throttleLines: Map<string, OrderedQueue<DueJob>>;
  /** Jobs whose app was gone at their last try, by their ids. */
  readonly gone: Map<string, DueJob>;
  /** How often each app registered. */
  readonly registrations: Map<string, number>;
  readonly nextTieBreak: (() => number) | undefined;
  now(): number;
  /** What a calendar says, in milliseconds: for schedules and for what an event says of itself. */
  wall(): number;
  /** How far `now` is ahead of the calendar: added to a date, it gives the moment on the engine's clock. */
  ahead(): number;
  notBefore(time: number): void;
  newId(): string;
}

export function createCore(options: CoreOptions): Core {
  const nextUlid = monotonicFactory(options.idRandom ?? options.random ?? createRandomPool());
  const state = createState(options.store, options.random);
  const newId = () => nextUlid(options.now());
  const ahead = options.ahead ?? (() => 0);
  const pauses = createPauses(state);
  const dispatcher = createDispatcher({
    state,
    newId,
    now: options.now,
    maxConcurrentCalls: options.maxConcurrentCalls,
    random: options.random,
  });
  return {
    state,
    dispatcher: holdPausedCalls(dispatcher, (functionId) => pauses.find(functionId) !== undefined),
    pauses,
    events: createEventCache(),
    retryInterval: options.retryInterval,
    ended: [],
    throttleLines: new Map(),
    gone: new Map(),
    registrations: new Map(),
    nextTieBreak: options.random,
    now: options.now,
    wall: () => options.now() - ahead(),
    ahead,
    notBefore: (time) => options.notBefore?.(time),
    newId,
  };
}

const parsedEvents = new WeakMap<EventRecord, Record<string, unknown>>();

/** The event as an object, parsed once. */
export function eventObject(event: EventRecord): Record<string, unknown> {
  let parsed = parsedEvents.get(event);
  if (!parsed) {
    parsed = parseEvent(event.json);
    parsedEvents.set(event, parsed);
  }
  return parsed;
}

/** Guarantee: `EventRecord.json` is written by the engine from an object. */
function parseEvent(json: string): Record<string, unknown> {
  return JSON.parse(json) as Record<string, unknown>;
}
