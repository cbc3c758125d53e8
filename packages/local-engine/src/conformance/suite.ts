import { it, onTestFinished } from "vitest";
import { parseDuration, resolveTime } from "../core/durations.ts";
import type { RunStatus } from "../core/records.ts";
import type { Bench, BenchEngine, BenchEvent, BenchRun, BuildFunctions } from "./bench.ts";

/** What a test needs of a bench. */
interface Needs {
  /** The time that passes in it. */
  wait?: string;
  steps?: true;
  controls?: true;
  sockets?: true;
}

/** An engine in the hands of a test, which may speak of functions without their app and of durations. */
interface Driver extends Pick<BenchEngine, "now" | "cancelRuns"> {
  readonly controls: NonNullable<BenchEngine["controls"]>;
  readonly url: string;
  send(events: BenchEvent | readonly BenchEvent[]): Promise<{ ids: readonly string[] }>;
  runUntilIdle(): Promise<void>;
  advance(duration: string): Promise<void>;
  advanceTo(date: string): Promise<void>;
  runs(filter?: { functionId?: string; status?: RunStatus }): Promise<BenchRun[]>;
  /** The only run of a function. */
  run(functionId: string): Promise<BenchRun>;
  events(filter: { name: string }): Promise<{ id: string; name: string; data: unknown }[]>;
  cancel(runId: string): Promise<boolean>;
}

/** What the tests are written with. */
export interface Suite extends Pick<Bench, "expectError"> {
  /** Whether the engine's clock stands still until it is moved. */
  readonly isVirtual: boolean;
  /** `it` on a bench that offers this; elsewhere a test that is skipped. */
  needs(needs: Needs): ReturnType<typeof it.skipIf>;
  /** Starts an engine that is closed when the test has finished. */
  start(build: BuildFunctions, options?: { maxConcurrentCalls?: number }): Promise<Driver>;
}

const startTime = "2026-11-01T00:00:00Z";

export function createSuite(bench: Bench): Suite {
  const { without = [], patience } = bench;
  const longest = patience === undefined ? Number.POSITIVE_INFINITY : parseDuration(patience);
  return {
    isVirtual: patience === undefined,
    expectError: bench.expectError,
    needs: ({ wait = 0, ...features }) => {
      const lacks = without.some((feature) => features[feature]);
      return it.skipIf(lacks || parseDuration(wait) > longest);
    },
    async start(build, { maxConcurrentCalls = 1 } = {}) {
      const engine = await bench.start(build, { startTime: new Date(startTime), maxConcurrentCalls });
      onTestFinished(() => engine.close());
      return createDriver(bench, engine);
    },
  };
}

function createDriver(bench: Bench, engine: BenchEngine): Driver {
  const { settle, now, cancelRuns } = engine;

  async function advanceTo(date: Date): Promise<void> {
    await settle();
    await engine.advanceTo(date);
    await settle();
  }

  async function runs({ functionId, status }: Parameters<Driver["runs"]>[0] = {}): Promise<BenchRun[]> {
    return (await engine.runs()).filter(
      (run) =>
        (functionId === undefined || run.functionId === `app-${functionId}`) &&
        (status === undefined || run.status === status),
    );
  }

  return {
    now,
    cancelRuns,
    runs,
    get controls() {
      return engine.controls ?? fail(bench, 'it has no `controls`; say so with `without: ["controls"]`');
    },
    get url() {
      return engine.url ?? fail(bench, 'it has no `url`; say so with `without: ["sockets"]`');
    },
    async send(events) {
      const ids = await engine.send("name" in events ? [events] : events);
      await settle();
      return { ids };
    },
    runUntilIdle: settle,
    advance: (duration) => advanceTo(new Date(resolveTime(duration, now().getTime()))),
    advanceTo: (date) => advanceTo(new Date(date)),
    async run(functionId) {
      const [run, ...more] = await runs({ functionId });
      if (run && more.length === 0) return run;
      return fail(bench, `"${functionId}" has ${more.length + (run ? 1 : 0)} runs, not one`);
    },
    events: async ({ name }) => engine.events(name),
    async cancel(runId) {
      const cancelled = await engine.cancelRun(runId);
      await settle();
      return cancelled;
    },
  };
}

function fail({ name }: Bench, what: string): never {
  throw new Error(`the bench "${name}": ${what}.`);
}
