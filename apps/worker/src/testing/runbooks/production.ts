import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  appEnvironment,
  createDatabase,
  type Emulators,
  freePort,
  launch,
  type ManagedProcess,
  runToEnd,
  startEmulators,
} from "@org/local-stack";
import { createPool, type Pool } from "@org/stores/postgres";
import { vi } from "vitest";
import { root, runBlock, type Said } from "./runbook.ts";

/** The platform as docs/deploy.md sets it up: an engine with keys, a worker with a configuration, a database. */
export interface Production {
  /** What the worker is configured with; a change takes effect when it is started again. */
  configuration: NodeJS.ProcessEnv;
  engineKeys: { signing: string; event: string };
  pool: Pool;
  emulators: Emulators;
  worker: Part;
  engine: Part;
  /** Runs a block of a runbook with the worker's configuration, and what the runbook calls by other names. */
  follow(runbook: string, heading: string, more?: Record<string, string>, number?: number): Promise<Said>;
  /** The engine begins anew, without anything that it knew. */
  forgetEngine(): Promise<void>;
  stop(): Promise<void>;
}

interface Part {
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  url: string;
}

export const hexadecimal = (bytes: number): string => randomBytes(bytes).toString("hex");

/** Waiting for what other processes do. */
export const patience = { timeout: 150_000, interval: 100 };

export async function startProduction(postgresUrl: string): Promise<Production> {
  const folder = await mkdtemp(join(tmpdir(), "runbooks-"));
  const database = await createDatabase(postgresUrl);
  const emulators = await startEmulators({ rateLimits: false });
  const [enginePort, workerPort] = [await freePort(), await freePort()];
  const [engineUrl, workerUrl] = [`http://127.0.0.1:${enginePort}`, `http://127.0.0.1:${workerPort}`];
  const engineKeys = { signing: hexadecimal(32), event: hexadecimal(16) };
  const configuration: NodeJS.ProcessEnv = {
    ...appEnvironment({
      base: {},
      mode: "production",
      addresses: { web: "http://127.0.0.1:9", worker: workerUrl, engine: engineUrl },
      ownEngine: true,
      databaseUrl: database.url,
      archiveDir: join(folder, "archive"),
      rateLimits: false,
      emulators,
    }),
    INNGEST_DEV: undefined,
    INNGEST_SIGNING_KEY: engineKeys.signing,
    INNGEST_EVENT_KEY: engineKeys.event,
    INNGEST_SERVE_ORIGIN: workerUrl,
    PORT: String(workerPort),
    // Every command and every start compiles the same dependencies.
    NODE_COMPILE_CACHE: join(folder, "compile-cache"),
    // Nobody waits ten minutes here.
    EVENTS_LOST_AFTER_SECONDS: "5",
  };
  const state = join(folder, "engine");
  const engine = part("engine", engineUrl, "/", () => ({
    script: "packages/local-engine/dist/cli.js",
    parameters: [
      ...["dev", "--port", String(enginePort), "--no-discovery", "--no-poll", "--state-dir", state],
      ...["--signing-key", engineKeys.signing, "--event-key", engineKeys.event],
    ],
    environment: {},
  }));
  const worker = part("worker", workerUrl, "/health/live", () => ({
    script: "apps/worker/dist/server.js",
    parameters: [],
    environment: configuration,
  }));
  await mkdir(join(folder, "archive"));
  const cli = join(root, "apps/worker/dist/cli.js");
  const migrate = { file: process.execPath, parameters: [cli, "migrate", "demo-data"], cwd: root };
  await runToEnd("migrate", { ...migrate, environment: configuration }, () => {});
  await engine.start();
  await worker.start();
  const pool = createPool({ databaseUrl: database.url });
  await pool.query("update mohallamart.products set stock = 100000");
  return {
    ...{ configuration, engineKeys, pool, emulators, worker, engine },
    follow: (runbook, heading, more = {}, number = 0) =>
      runBlock(runbook, heading, { ...configuration, WORKER: workerUrl, ENGINE: engineUrl, ...more }, number),
    async forgetEngine() {
      await engine.stop();
      await rm(state, { recursive: true, force: true });
      await engine.start();
    },
    async stop() {
      await worker.stop();
      await engine.stop();
      await pool.end();
      await emulators.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Program {
  script: string;
  parameters: string[];
  environment: NodeJS.ProcessEnv;
}

/** @param program asked for at each start, since keys and configuration change */
function part(name: string, url: string, healthPath: string, program: () => Program): Part {
  let running: ManagedProcess | undefined;
  async function start(): Promise<void> {
    const { script, parameters, environment } = program();
    const command = { file: process.execPath, parameters: [join(root, script), ...parameters], cwd: root };
    const started = await launch(name, { ...command, environment });
    running = started;
    let ended = false;
    void started.exited.then(() => (ended = true));
    await vi.waitUntil(async () => {
      if (ended) throw new Error(`The ${name} ended:\n${started.lastLines().join("\n")}`);
      return fetch(url + healthPath, { redirect: "manual" }).then(
        ({ status }) => status < 500,
        () => false,
      );
    }, patience);
  }
  async function stop(): Promise<void> {
    await running?.stop(20_000);
    running = undefined;
  }
  return {
    ...{ url, start, stop },
    async restart() {
      await stop();
      await start();
    },
  };
}
