import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import {
  appEnvironment,
  type Emulators,
  type Postgres,
  startEmulators,
  startPostgres,
} from "@org/local-stack";
import { loadDemoData } from "@org/stores/demo-data/load-demo-data";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, migrate, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { vi } from "vitest";

const web = join(import.meta.dirname, "..");

/** The web app alone, on a Postgres that can be stopped under it. */
export interface OwnWeb {
  url: string;
  child: ChildProcess;
  /** Straight to the database, for the test. */
  pool: Pool;
  emulators: Emulators;
  /** Every process of the database stands still, as on a machine that is out of memory or disk. */
  freeze(): Promise<void>;
  thaw(): void;
  output(): string;
  stop(): Promise<void>;
}

/** @param environment has at least PATH; what it names wins over the emulators */
export async function startOwnWeb(environment: Record<string, string | undefined>): Promise<OwnWeb> {
  const ends: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await startParts(environment, ends)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param ends takes what ends each part, in the order in which they are started */
async function startParts(
  environment: Record<string, string | undefined>,
  ends: (() => unknown)[],
): Promise<Omit<OwnWeb, "stop">> {
  const postgres = await startPostgres();
  ends.push(() => postgres.stop());
  const emulators = await startEmulators({ rateLimits: false });
  ends.push(() => emulators.stop());
  await migrate(postgres.url);
  const pool = createPool({ databaseUrl: postgres.url });
  ends.push(() => pool.end());
  await loadDemoData({ mohallaMart: mohallaMartStores(pool), tenOcean: tenOceanStores(pool) });
  const child = spawn(process.execPath, ["start.ts"], {
    cwd: web,
    env: { ...aloneIn(postgres, emulators), PORT: "0", ...environment },
  });
  ends.push(() => killed(child));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const url = await vi.waitUntil(() => {
    if (child.exitCode !== null) throw endedEarly(child, text);
    const [, port] = /http:\/\/localhost:([2-9]\d+)/.exec(text) ?? [];
    return port && `http://127.0.0.1:${port}`;
  }, 60_000);
  await vi.waitUntil(() => isUp(url, child, () => text), 60_000);
  const frozen = freezer(pool, postgres);
  ends.push(frozen.thaw);
  return { url, child, pool, emulators, ...frozen, output: () => text };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** As in the local stack, without its engine and its worker. */
function aloneIn({ url }: Postgres, emulators: Emulators): NodeJS.ProcessEnv {
  const nowhere = "http://127.0.0.1:1";
  return appEnvironment({
    base: { NODE_ENV: "production", LOG_LEVEL: "warn" },
    mode: "production",
    addresses: { web: nowhere, worker: nowhere, engine: nowhere },
    ownEngine: true,
    databaseUrl: url,
    archiveDir: "",
    rateLimits: false,
    emulators,
  });
}

const endedEarly = ({ exitCode }: ChildProcess, said: string) =>
  new Error(`The web app ended with ${exitCode}:\n${said}`);

/** @throws with what it said, when it ended instead */
async function isUp(url: string, child: ChildProcess, said: () => string): Promise<boolean> {
  if (child.exitCode !== null) throw endedEarly(child, said());
  const answer = await fetch(`${url}/health`).catch(() => undefined);
  return answer?.ok === true;
}

function freezer(pool: Pool, postgres: Postgres) {
  let stopped: number[] = [];
  return {
    async freeze() {
      const { rows } = await pool.query<{ pid: number }>("select pid from pg_stat_activity");
      stopped = [postgres.pid, ...rows.map(({ pid }) => pid)];
      for (const pid of stopped) process.kill(pid, "SIGSTOP");
    },
    thaw() {
      for (const pid of stopped) signalIfThere(pid, "SIGCONT");
      stopped = [];
    },
  };
}

/** A backend whose client went away may have ended. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
