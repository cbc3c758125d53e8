import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Postgres, startPostgres } from "@org/local-stack";
import { createPool, migrate, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { completeEnvironment } from "../src/testing/complete-environment.ts";

let postgres: Postgres;
let pool: Pool;
let worker: ChildProcess;
let url: string;
let output = "";
let stopped: number[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  await migrate(postgres.url);
  pool = createPool({ databaseUrl: postgres.url });
  worker = spawn(process.execPath, [fileURLToPath(new URL("../dist/server.js", import.meta.url))], {
    env: {
      PATH: process.env.PATH,
      HOST: "127.0.0.1",
      PORT: "0",
      ...completeEnvironment,
      DATABASE_URL: postgres.url,
      TYPESENSE_URL: "http://127.0.0.1:9",
      REDIS_URL: "redis://127.0.0.1:9",
    },
  });
  for (const stream of [worker.stdout, worker.stderr]) stream?.on("data", (text) => (output += text));
  const port = await vi.waitUntil(() => /"port":(\d+)/.exec(output)?.[1], 100_000);
  url = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  thaw();
  if (worker?.exitCode === null) {
    worker.kill("SIGKILL");
    await once(worker, "exit");
  }
  await pool?.end();
  await postgres?.stop();
});

async function freeze(): Promise<void> {
  const { rows } = await pool.query<{ pid: number }>("select pid from pg_stat_activity");
  stopped = [postgres.pid, ...rows.map(({ pid }) => pid)];
  for (const pid of stopped) process.kill(pid, "SIGSTOP");
}

function thaw(): void {
  for (const pid of stopped) process.kill(pid, "SIGCONT");
  stopped = [];
}

async function health(below = "") {
  const response = await fetch(`${url}/health${below}`);
  return { status: response.status, report: await response.json() };
}

it("says how its database does while that stands still, and that it is back", async () => {
  const good = { status: 200, report: { status: "ok", database: "ok", outbox: "ok" } };
  expect(await health()).toEqual(good);
  await freeze();
  const away = { status: "unavailable", database: "away", reason: "the database does not answer" };
  expect(await Promise.all(Array.from({ length: 10 }, () => health()))).toEqual(
    Array.from({ length: 10 }, () => ({ status: 503, report: away })),
  );
  thaw();
  await vi.waitFor(async () => expect(await health()).toEqual(good), 15_000);
  expect(worker.exitCode).toBeNull();
});

it("is alive and unready while its database stands still, and ready without engine, cache and search", async () => {
  const alive = { status: 200, report: { status: "ok" } };
  const away = { status: "away", milliseconds: expect.any(Number), needed: false };
  const ready = (status: string) => ({
    status: status === "ok" ? "ready" : "unready",
    dependencies: {
      database: { status, milliseconds: expect.any(Number), needed: true },
      engine: away,
      cache: away,
      search: away,
    },
  });
  const good = { status: 200, report: ready("ok") };
  await vi.waitFor(async () => expect(await health("/ready")).toEqual(good), 15_000);
  expect(await health("/live")).toEqual(alive);
  await freeze();
  await vi.waitFor(
    async () => expect(await health("/ready")).toEqual({ status: 503, report: ready("away") }),
    15_000,
  );
  expect(await health("/live")).toEqual(alive);
  thaw();
  await vi.waitFor(async () => expect(await health("/ready")).toEqual(good), 15_000);
});
