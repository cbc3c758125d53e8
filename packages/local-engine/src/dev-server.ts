import { type Connect, type ConnectOptions, createConnect } from "./connect/connect.ts";
import { enginePorts } from "./connect/engine-ports.ts";
import { finishedStatuses } from "./core/records.ts";
import type { RetentionPolicy, Store } from "./core/store.ts";
import { createDashboard } from "./dashboard/dashboard.ts";
import type { EventExamples, EventSchemas } from "./dashboard/examples.ts";
import { createSystemClock } from "./engine/clock.ts";
import { createEngine, type Engine } from "./engine/engine.ts";
import type { InferChoice } from "./engine/infer.ts";
import { createHttpTransport } from "./engine/transport.ts";
import { createRealtime } from "./realtime/realtime.ts";
import { discoverApps } from "./server/discovery.ts";
import type { Keys } from "./server/doors.ts";
import { createHttpApi, listen } from "./server/server.ts";
import { createAppSync } from "./server/sync.ts";
import { createMemoryStore } from "./store/memory-store.ts";
import { createSqliteStore } from "./store/sqlite-store.ts";
import type { DamagedState } from "./store/state-damaged.ts";

export interface DevServerOptions {
  /** 127.0.0.1 unless given. */
  host?: string;
  /** 8288 unless given; 0 takes a free port. */
  port?: number;
  /** Where apps serve Inngest, for example `http://127.0.0.1:3000/api/inngest`. */
  sdkUrls?: readonly string[];
  /** Milliseconds between looks at the apps for changes; 5,000 unless given, `false` looks only until each answered. */
  pollInterval?: number | false;
  /** Looks for an app on the ports of 127.0.0.1 that frameworks use, as long as none is known. Off unless set. */
  discovery?: boolean;
  /** Milliseconds between attempts, in place of Inngest's table of growing waits. */
  retryInterval?: number;
  /** The folder that keeps the state; in memory unless given. */
  stateFolder?: string;
  /** What to do with a state that cannot be used; refused with a `StateDamagedError` unless given. */
  damagedState?: DamagedState;
  /** Keeps the state in place of a folder or the memory. */
  store?: Store;
  /** Signs calls to apps and asks the same key of everybody who calls the engine; then events need one of `eventKeys`. */
  signingKey?: string;
  eventKeys?: readonly string[];
  /** Calls in flight at one time, over all functions; 100 unless given. */
  maxConcurrentCalls?: number;
  /** Runs that have not ended, over all functions; beyond them events are refused with 503. 200,000 unless given. */
  maxRunsInProgress?: number;
  /** What is kept of the past; the newest 10,000 runs and 20,000 events of 14 days unless given. */
  retention?: RetentionPolicy | false;
  log?: (
    level: "debug" | "info" | "warn" | "error",
    message: string,
    details: Record<string, unknown>,
  ) => void;
  /** Milliseconds between signs of life of connected workers, and how long they are waited for. */
  connectTimes?: ConnectOptions["times"];
  /** Who answers `step.ai.infer`: the stub unless given. */
  infer?: InferChoice;
  /** Event data to begin from in the dashboard, by event name. */
  examples?: EventExamples;
  /** JSON schemas (2020-12) of events' data, by event name, by which the dashboard checks what is written there. */
  schemas?: EventSchemas;
  /** An address that the dashboard links to as the page of the system that it is part of. */
  home?: string;
}

export interface DevServer {
  engine: Engine;
  url: string;
  port: number;
  /** The workers that connect by themselves. */
  connect: Pick<Connect, "workers" | "drain">;
  close(): Promise<void>;
}

const version = "0.1.0";

function keysOf({ signingKey, eventKeys = [] }: DevServerOptions): Keys | undefined {
  return signingKey === undefined ? undefined : { signingKey, eventKeys };
}

/**
 * Starts the engine with its HTTP interface.
 * @throws StateInUseError when another engine has the state folder, StateDamagedError when the state cannot be used,
 * StorageError when the folder cannot be written; rejects when the port is taken.
 */
export async function startDevServer(options: DevServerOptions = {}): Promise<DevServer> {
  const { host = "127.0.0.1", port = 8288, sdkUrls = [], pollInterval = 5_000, log = () => {} } = options;
  const store = options.store ?? openStore(options, log);
  const transport = createHttpTransport();
  const connect = createConnect({
    http: transport,
    ...enginePorts(() => engine),
    log,
    times: options.connectTimes,
  });
  const engine: Engine = createEngine({
    store,
    clock: createSystemClock(),
    transport: connect.transport,
    maxConcurrentCalls: options.maxConcurrentCalls ?? 100,
    ...(options.retryInterval === undefined ? {} : { retryInterval: options.retryInterval }),
    ...(options.signingKey === undefined ? {} : { signingKey: options.signingKey }),
    ...(options.maxRunsInProgress === undefined ? {} : { maxRunsInProgress: options.maxRunsInProgress }),
    ...(options.retention === undefined ? {} : { retention: options.retention }),
    ...(options.infer === undefined ? {} : { infer: options.infer }),
    onStorageError: (error) => log("error", error.message, {}),
    onStorageRecovery: () => log("info", "the state can be written again", {}),
  });
  const sync = createAppSync({
    engine,
    transport,
    urls: sdkUrls,
    pollInterval: pollInterval === false ? undefined : pollInterval,
    discover: options.discovery ? () => discoverApps({ transport }) : undefined,
    log: (message, details) => log("info", message, details),
  });
  const realtime = createRealtime({ now: engine.now, signingKey: options.signingKey });
  const dashboard = createDashboard({
    engine,
    sync,
    examples: options.examples ?? {},
    schemas: options.schemas,
    home: options.home,
    realtime: realtime.hub,
    signingKey: options.signingKey,
  });
  const app = createHttpApi(engine, {
    version,
    host,
    keys: keysOf(options),
    open: [dashboard],
    extra: [realtime.api, connect.api],
  });
  const server = await listen(app, { host, port }).catch((error: unknown) => {
    realtime.close();
    engine.close();
    throw error;
  });
  sync.start();
  engine.subscribe((notices) => {
    for (const notice of notices) {
      if (notice.type !== "run" || !finishedStatuses.has(notice.status)) continue;
      const level = notice.status === "Completed" ? "debug" : "warn";
      log(level, `run ${notice.status.toLowerCase()}`, { functionId: notice.functionId, run: notice.id });
    }
  });
  return {
    engine,
    url: server.url,
    port: server.port,
    connect,
    async close() {
      sync.stop();
      realtime.close();
      const closed = server.close();
      engine.close();
      connect.close();
      await closed;
      transport.close();
    },
  };
}

function openStore(
  { stateFolder, damagedState }: DevServerOptions,
  log: NonNullable<DevServerOptions["log"]>,
): Store {
  if (stateFolder === undefined) return createMemoryStore();
  return createSqliteStore({
    folder: stateFolder,
    ...(damagedState === undefined ? {} : { damagedState }),
    onKeptAside: (path) =>
      log("error", "THE STATE COULD NOT BE USED AS IT WAS. It is kept aside, as --damaged-state asked for", {
        path,
      }),
  });
}
