import { Hono } from "hono";
import type { Call } from "../core/dispatcher.ts";
import { resolveTime } from "../core/durations.ts";
import type { RunStatus } from "../core/records.ts";
import { createVirtualClock } from "../engine/clock.ts";
import { createEngine } from "../engine/engine.ts";
import { readRegistration } from "../protocol/registration.ts";
import { createEventApi } from "../server/event-api.ts";
import { createSdkApi } from "../server/sdk-api.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import type { Store } from "../store/store.ts";
import { createFaultPlan, type Faults, isFunction, type StepMock } from "./faults.ts";
import { createRandom } from "./random.ts";
import { type RunView, toRunView } from "./run-view.ts";
import { type AppFactory, createWorkers } from "./worker.ts";

export interface TestEngineOptions {
  /** One factory per app. It gets the options with which its client talks to the engine in process. */
  apps: readonly AppFactory[];
  /** The virtual time at the start; the computer's time unless given. */
  now?: string | number | Date;
  /** Shuffles what happens at the same instant, repeatably. Without it the order is first in, first out. */
  seed?: number;
  /** Handlers that run at the same time; 1 unless given, which makes the order of effects repeatable. */
  maxConcurrentCalls?: number;
  /** Milliseconds of real time after which a handler that does not answer is reported; 10,000 unless given. */
  hangTimeout?: number;
  /** Told whenever the virtual time moves, for example to keep vitest's fake Date in step. */
  onTimeChange?: (now: Date) => void;
  /** Answers `step.fetch`; the global fetch unless given. */
  fetch?: typeof fetch;
  /** Keeps the state; in memory unless given. */
  store?: Store;
}

export interface TestEvent {
  name: string;
  data?: Record<string, unknown>;
  id?: string;
  /** Milliseconds since the epoch. In the future, it delays the runs that the event starts. */
  ts?: number;
  v?: string;
}

/** An engine for tests: no ports, and time passes only when told to. */
export interface TestEngine {
  /** Sends events and lets everything happen that is due now. */
  send(events: TestEvent | readonly TestEvent[]): Promise<{ ids: string[] }>;
  /** Lets everything happen that is due at the current virtual time. */
  runUntilIdle(): Promise<void>;
  /** Moves the virtual time on, by `"7d"`, `"90m"` or milliseconds, through everything that falls due on the way. */
  advance(duration: string | number): Promise<void>;
  advanceTo(date: string | number | Date): Promise<void>;
  now(): Date;
  /** Oldest first. */
  runs(filter?: { functionId?: string; status?: RunStatus }): RunView[];
  /** The only run of a function. Throws when there is none, or more than one. */
  run(functionId: string): RunView;
  /** Oldest first; without the engine's own `inngest/…` events unless they are asked for by name. */
  events(filter?: { name?: string }): { id: string; name: string; data: unknown; ts: number }[];
  /** Cancels a run. False when it has ended already. */
  cancel(runId: string): Promise<boolean>;
  readonly faults: Faults;
  /** Replaces what a step does by a value or an error. */
  mockStep(mock: StepMock): void;
  close(): Promise<void>;
}

/** A handler did not answer. `message` names the function and the step in which it hangs. */
export class HangError extends Error {
  override readonly name = "HangError";
}

/** Real timers, taken before a test can replace them by fake ones. */
const { setTimeout: startTimeout, clearTimeout: stopTimeout } = globalThis;

export function createTestEngine(options: TestEngineOptions): TestEngine {
  const clock = createVirtualClock(options.now === undefined ? Date.now() : new Date(options.now).getTime());
  const plan = createFaultPlan();
  const api = new Hono();
  const workers = createWorkers(options.apps, plan, async (request) => api.fetch(request));
  const inFlight = new Set<Call>();
  const engine = createEngine({
    store: options.store ?? createMemoryStore(),
    clock,
    transport: (request) => workers.transport(request),
    maxConcurrentCalls: options.maxConcurrentCalls ?? 1,
    retention: {
      maxRuns: Number.POSITIVE_INFINITY,
      maxEvents: Number.POSITIVE_INFINITY,
      maxAge: Number.POSITIVE_INFINITY,
    },
    defer: queueMicrotask,
    ...(options.seed === undefined ? {} : { random: createRandom(options.seed) }),
    ...(options.fetch ? { fetch: options.fetch } : {}),
    onCall: (call) => inFlight.add(call),
    onAnswer: (call) => inFlight.delete(call),
  });
  api.route("/", createEventApi(engine, { virtualTime: true })).route("/", createSdkApi(engine));
  let registered: Promise<void> | undefined;

  function register(): Promise<void> {
    registered ??= workers.registrations().then(async (registrations) => {
      for (const registration of registrations)
        await engine.register(readRegistration(registration, clock.now()));
    });
    return registered;
  }

  async function runUntilIdle(): Promise<void> {
    await register();
    engine.fireDue();
    await withHangReport(engine.idle(), options.hangTimeout ?? 10_000, () =>
      describeHang(inFlight, workers.whereIs),
    );
  }

  async function advanceTo(date: string | number | Date): Promise<void> {
    const target = new Date(date).getTime();
    await runUntilIdle();
    for (let next = engine.nextDue(); next !== undefined && next <= target; next = engine.nextDue()) {
      moveTo(next);
      await runUntilIdle();
    }
    moveTo(target);
    await runUntilIdle();
  }

  function moveTo(time: number) {
    clock.set(time);
    options.onTimeChange?.(new Date(clock.now()));
  }

  function runs(filter: { functionId?: string; status?: RunStatus } = {}): RunView[] {
    const { functionId, ...query } = filter;
    return engine
      .runs({ ...query, limit: Number.MAX_SAFE_INTEGER })
      .filter((run) => functionId === undefined || isFunction(functionId, run))
      .reverse()
      .flatMap((run) => engine.run(run.id) ?? [])
      .map(toRunView);
  }

  return {
    async send(events) {
      await register();
      const ids = await engine.send("name" in events ? [events] : [...events]);
      await runUntilIdle();
      return { ids };
    },
    runUntilIdle,
    advance: (duration) => advanceTo(resolveTime(duration, clock.now())),
    advanceTo,
    now: () => new Date(clock.now()),
    runs,
    run: (functionId) =>
      single(
        functionId,
        runs({ functionId }),
        engine.functions().map(({ id }) => id),
      ),
    events: (filter = {}) =>
      engine
        .events({ ...filter, excludeInternal: filter.name === undefined, limit: Number.MAX_SAFE_INTEGER })
        .reverse()
        .map(({ id, name, ts, json }) => ({ id, name, ts, data: dataOf(json) })),
    async cancel(runId) {
      const cancelled = await engine.cancelRun(runId);
      await runUntilIdle();
      return cancelled;
    },
    faults: plan.faults,
    mockStep: (mock) => void plan.mocks.push(mock),
    async close() {
      engine.close();
    },
  };
}

function single(functionId: string, found: RunView[], known: string[]): RunView {
  const [run] = found;
  if (run && found.length === 1) return run;
  const functions = known.length === 0 ? "no function is registered yet" : `functions: ${known.join(", ")}`;
  const hint = found.length > 1 ? "use runs() to choose among them" : functions;
  throw new Error(`"${functionId}" has ${found.length} runs, not one; ${hint}.`);
}

async function withHangReport(idle: Promise<void>, timeout: number, describe: () => string): Promise<void> {
  let timer: ReturnType<typeof startTimeout> | undefined;
  const hang = new Promise<never>((_resolve, reject) => {
    timer = startTimeout(() => reject(new HangError(`${describe()} (${timeout} ms of real time).`)), timeout);
  });
  try {
    await Promise.race([idle, hang]);
  } finally {
    stopTimeout(timer);
  }
}

function describeHang(
  inFlight: Set<Call>,
  whereIs: (call: Call) => { runningStep?: string; lastStep?: string },
): string {
  const places = [...inFlight].map((call) => {
    const { runningStep, lastStep } = whereIs(call);
    const after =
      lastStep === undefined ? "before its first step" : `after step "${lastStep}", outside any step`;
    return `"${call.config.id}" hangs ${runningStep === undefined ? after : `in step "${runningStep}"`}`;
  });
  return places.length === 0 ? "the engine did not become idle" : places.join("; ");
}

/** Guarantee: stored events are JSON objects with `data`. */
function dataOf(json: string): unknown {
  return (JSON.parse(json) as { data?: unknown }).data;
}
