import { brandErrors, hasBrand } from "../core/brand.ts";
import type { Call } from "../core/dispatcher.ts";
import { resolveTime } from "../core/durations.ts";
import type { RunStatus } from "../core/records.ts";
import type { EventMeta } from "../core/sessions.ts";
import type { VirtualClock } from "../engine/clock.ts";
import type { Controls } from "../engine/controls.ts";
import type { Engine } from "../engine/engine.ts";
import { isFunction } from "./faults.ts";
import { type RunView, toRunView } from "./run-view.ts";

export interface TestEvent {
  name: string;
  data?: Record<string, unknown>;
  id?: string;
  /** Milliseconds since the epoch. In the future, it delays the runs that the event starts. */
  ts?: number;
  v?: string;
  meta?: EventMeta;
}

/** An engine whose time passes only when told to. */
export interface TimedEngine {
  /** Sends events and lets everything happen that is due now. Rejects as Inngest's event API refuses. */
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
  /**
   * Oldest first, each as often as it was sent; without the engine's own `inngest/…` events unless they are asked for by
   * name. `id` is the engine's, `externalId` the sender's where it gave one.
   */
  events(filter?: {
    name?: string;
  }): { id: string; externalId: string | undefined; name: string; data: unknown; ts: number }[];
  /** Cancels a run. False when it has ended already. */
  cancel(runId: string): Promise<boolean>;
  /** Sends a signal, and lets everything happen that is due. Resolves to the run that waited for it, if one did. */
  signal(signal: string, data?: unknown): Promise<string | undefined>;
  /** Rerun, replay, invoke and the like. Follow with `runUntilIdle()`. */
  readonly controls: Controls;
  /** Resolves when the handlers in flight have ended as well, so that nothing of this engine reaches the next test. */
  close(): Promise<void>;
}

/** A handler did not answer. `message` names the function and the step in which it hangs. */
export class HangError extends Error {
  static {
    brandErrors(HangError.prototype, "HangError");
  }
  static isInstance(value: unknown): value is HangError {
    return hasBrand(value, "HangError");
  }
  override readonly name = "HangError";
}

/** Real timers, taken before a test can replace them by fake ones. */
const { setTimeout: startTimeout, clearTimeout: stopTimeout } = globalThis;
const realNow = performance.now.bind(performance);

export interface TimedEngineOptions {
  engine: Engine;
  clock: VirtualClock;
  /** Brings the apps in; awaited before anything runs. */
  register: () => Promise<void>;
  hangTimeout?: number | undefined;
  onTimeChange?: ((now: Date) => void) | undefined;
  /** Says where calls in flight are, for the report of a hang. */
  describeHang: () => string;
  /** Resolves when no call is in flight. */
  callsEnded?: (() => Promise<void>) | undefined;
}

/** Drives an engine through virtual time. */
export function createTimedEngine(options: TimedEngineOptions): TimedEngine {
  const { engine, clock, register, hangTimeout = 10_000 } = options;
  const untilIdle = createHangWatch(engine, hangTimeout, options.describeHang);

  async function runUntilIdle(): Promise<void> {
    await register();
    engine.fireDue();
    await untilIdle(engine.idle());
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

  return {
    ...createViews(engine),
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
    async cancel(runId) {
      const cancelled = await engine.cancelRun(runId);
      await runUntilIdle();
      return cancelled;
    },
    async signal(signal, data) {
      const runId = await engine.signal(signal, data);
      await runUntilIdle();
      return runId;
    },
    controls: engine,
    async close() {
      engine.close();
      let patience: NodeJS.Timeout | undefined;
      const hang = new Promise<void>((resolve) => {
        patience = startTimeout(resolve, hangTimeout);
      });
      await Promise.race([options.callsEnded?.(), hang]);
      stopTimeout(patience);
    },
  };
}

function createViews(engine: Engine): Pick<TimedEngine, "runs" | "run" | "events"> {
  const runs: TimedEngine["runs"] = ({ functionId, ...query } = {}) =>
    engine
      .runs({ ...query, limit: Number.MAX_SAFE_INTEGER })
      .filter((run) => functionId === undefined || isFunction(functionId, run))
      .reverse()
      .flatMap((run) => engine.run(run.id) ?? [])
      .map(toRunView);
  return {
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
        .map(({ id, externalId, name, ts, json }) => ({ id, externalId, name, ts, data: dataOf(json) })),
  };
}

function single(functionId: string, found: RunView[], known: string[]): RunView {
  const [run] = found;
  if (run && found.length === 1) return run;
  const functions = known.length === 0 ? "no function is registered yet" : `functions: ${known.join(", ")}`;
  const hint = found.length > 1 ? "use runs() to choose among them" : functions;
  throw new Error(`"${functionId}" has ${found.length} runs, not one; ${hint}.`);
}

/** Rejects when nothing at all has happened for `timeout` milliseconds; long work that goes on is no hang. */
function createHangWatch(engine: Engine, timeout: number, describe: () => string) {
  let lastProgress = realNow();
  engine.subscribe(() => {
    lastProgress = realNow();
  });

  return async (idle: Promise<void>): Promise<void> => {
    let timer: ReturnType<typeof startTimeout> | undefined;
    lastProgress = realNow();
    const hang = new Promise<never>((_resolve, reject) => {
      const look = () => {
        const left = lastProgress + timeout - realNow();
        if (left > 0) timer = startTimeout(look, left);
        else reject(new HangError(`${describe()} (${timeout} ms of real time).`));
      };
      look();
    });
    try {
      await Promise.race([idle, hang]);
    } finally {
      stopTimeout(timer);
    }
  };
}

export function describeHang(
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
