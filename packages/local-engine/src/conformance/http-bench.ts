import { setTimeout as pause } from "node:timers/promises";
import { Inngest } from "inngest";
import type { Bench, BenchEngine, BenchOptions, BuildFunctions } from "./bench.ts";
import { createRestClient, type RestClient } from "./rest-client.ts";
import { type ServedApp, serveApp } from "./served-app.ts";

/** An engine that listens on an address. */
export interface HttpEngine {
  /** For example `http://127.0.0.1:8288`. */
  url: string;
  /** The engine's clock, where it can be moved. */
  time?: Pick<BenchEngine, "now" | "advanceTo" | "settle">;
  controls?: BenchEngine["controls"];
  close?(): Promise<void>;
}

export interface HttpBenchOptions extends Pick<Bench, "without" | "expectError" | "patience"> {
  /** The address unless given. */
  name?: string;
  /** Where an engine listens that runs already, on the computer's time; all tests share it. */
  url?: string;
  /** Starts an engine for each test, in place of `url`. */
  open?: (options: BenchOptions) => Promise<HttpEngine>;
  /**
   * Milliseconds without a call to the app after which an engine on the computer's time counts as idle;
   * 500 unless given.
   */
  quiet?: number;
}

const defaultPatience = "20s";

/** A bench for any engine that speaks Inngest's protocol: everything goes over sockets, and its REST API is what is read. */
export function createHttpBench(options: HttpBenchOptions): Bench {
  const { url, open, quiet = 500 } = options;
  if ((url === undefined) === (open === undefined)) {
    throw new TypeError("createHttpBench takes either `url`, an address, or `open`, which starts an engine.");
  }
  const connect = open ?? (async () => ({ url: url ?? "" }));
  const isShared = url !== undefined;
  const { patience = isShared ? defaultPatience : undefined } = options;
  const without = [...(options.without ?? []), ...(isShared ? (["controls"] as const) : [])];
  return {
    name: options.name ?? url ?? "HTTP",
    without,
    ...(patience === undefined ? {} : { patience }),
    ...(options.expectError ? { expectError: options.expectError } : {}),
    async start(build, benchOptions) {
      const engine = await connect(benchOptions);
      return startOn(engine, build, { quiet, readsSteps: !without.includes("steps") });
    },
  };
}

async function startOn(
  engine: HttpEngine,
  build: BuildFunctions,
  { quiet, readsSteps }: { quiet: number; readsSteps: boolean },
): Promise<BenchEngine> {
  const client = new Inngest({ id: "app", isDev: true, baseUrl: engine.url, logger: silent });
  const app = await serveApp(client, build(client));
  const rest = await createRestClient({ url: engine.url, readsSteps, app });
  await app.sync();
  return {
    url: engine.url,
    send: rest.send,
    ...(engine.time ?? createRealTime(app, quiet)),
    runs: rest.runs,
    events: rest.events,
    cancelRun: rest.cancelRun,
    cancelRuns: rest.cancelRuns,
    ...(engine.controls ? { controls: engine.controls } : {}),
    async close() {
      if (!engine.close) await cancelWhatIsLeft(rest);
      await app.close();
      await engine.close?.();
    },
  };
}

const silent = { info() {}, warn() {}, error() {}, debug() {} };

/** The computer's time, in which things are over when the engine has left the app in peace for a while. */
function createRealTime(app: ServedApp, quiet: number): NonNullable<HttpEngine["time"]> {
  return {
    now: () => new Date(),
    async settle() {
      const began = performance.now();
      while (app.inFlight() > 0 || performance.now() - Math.max(began, app.lastCallAt()) < quiet)
        await pause(10);
    },
    async advanceTo(date) {
      await pause(Math.max(0, date.getTime() - Date.now()));
    },
  };
}

/** A run that goes on would call the app of the next test. */
async function cancelWhatIsLeft(rest: RestClient): Promise<void> {
  for (const { id, status } of await rest.runs()) {
    if (status === "Queued" || status === "Running") await rest.cancelRun(id);
  }
}
