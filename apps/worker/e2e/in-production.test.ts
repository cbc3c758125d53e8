import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { userCreated } from "@org/events/mohallamart/user-created";
import { type DevServer, startDevServer } from "@org/local-engine";
import { createDatabase, freePort } from "@org/local-stack";
import { postgresMeasurements } from "@org/stores/measurements/postgres";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { completeEnvironment } from "../src/testing/complete-environment.ts";

// As docs/deploy.md sets it up: an engine with keys, a worker that finds it by its address, functions registered by a command.

const signingKey = "a1".repeat(32);
const eventKey = "b2".repeat(16);
const metricsToken = "a token of this test's own";
const nobody = "http://127.0.0.1:9";
const dist = (name: string) => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));
const patience = { timeout: 30_000, interval: 50 };
const asha = { userId: "user_asha", name: "Asha Rao", email: "asha@example.com" };

let database: Awaited<ReturnType<typeof createDatabase>>;
let pool: Pool;
let engine: DevServer;
let worker: ChildProcess;
let origin: string;
let environment: NodeJS.ProcessEnv;
let output = "";

beforeAll(async () => {
  database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  pool = createPool({ databaseUrl: database.url });
  engine = await startDevServer({ port: 0, pollInterval: false, signingKey, eventKeys: [eventKey] });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  environment = {
    ...{ PATH: process.env.PATH, HOST: "127.0.0.1", PORT: String(port) },
    ...completeEnvironment,
    ...{ DATABASE_URL: database.url, METRICS_TOKEN: metricsToken },
    ...{ INNGEST_BASE_URL: engine.url, INNGEST_SERVE_ORIGIN: origin },
    ...{ INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: eventKey },
    ...{ RESEND_BASE_URL: nobody, TWILIO_BASE_URL: nobody, TYPESENSE_URL: nobody },
    REDIS_URL: "redis://127.0.0.1:9",
  };
  worker = spawn(process.execPath, [dist("server")], { env: environment });
  for (const stream of [worker.stdout, worker.stderr]) stream?.on("data", (text) => (output += text));
  await vi.waitUntil(() => output.includes("the worker serves its apps"), patience);
});

afterAll(async () => {
  if (worker?.exitCode === null) {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }
  await engine?.close();
  await pool?.end();
  await database?.drop();
});

/** What a command says, however it ends. */
async function cli(...parameters: string[]): Promise<string> {
  const run = promisify(execFile)(process.execPath, [dist("cli"), ...parameters], { env: environment });
  return (await run.catch((error: { stdout: string }) => error)).stdout;
}

/** What the doctor says of the engine and of the worker before it. */
async function doctor(): Promise<string[]> {
  const findings: { check: string; verdict: string }[] = JSON.parse(await cli("doctor", "--json"));
  return findings
    .filter(({ check }) => /^(engine|worker): /.test(check))
    .map(({ check, verdict }) => `${check}, ${verdict}`);
}

it("the engine takes the functions from /api/inngest by one command, and an event with its change starts them", async () => {
  const apps = ["mohallamart", "ten-ocean-tenant-assc", "operations"];
  const said = (verdict: string) => apps.map((app) => `engine: ${app}, ${verdict}`);
  const answers = apps.map((app) => `worker: ${app}, ok`);
  expect(await doctor()).toEqual([...said("wrong"), ...answers]);
  const synced = await cli("sync");
  expect(synced.match(/registered/g)).toHaveLength(apps.length);
  expect(await doctor()).toEqual([...said("ok"), ...answers]);

  const { users, preferences } = mohallaMartStores(pool);
  await users.add(asha, { emit: [userCreated.create(asha)] });
  const chosen = await vi.waitUntil(() => preferences.get(asha.userId), patience);
  expect(chosen).toMatchObject({ language: "en-IN" });
});

it("how many runs ended, how, and how long they and their steps took, is in the console's table and in the metrics", async () => {
  const since = new Date(Date.now() - 3_600_000).toISOString();
  const seen = await vi.waitUntil(async () => {
    const totals = await postgresMeasurements(pool).totals({ since });
    const ours = totals.filter(({ name }) => name === "initialize-preferences");
    return ours.some(({ kind }) => kind === "run") && ours;
  }, patience);
  for (const kind of ["run", "wait"])
    expect(seen).toContainEqual(
      expect.objectContaining({ ...{ owner: "mohallamart", kind, failed: 0 }, p99: expect.any(Number) }),
    );
  expect(seen.find(({ kind }) => kind === "run")).toMatchObject({ done: 1 });
  expect(seen.find(({ kind }) => kind === "step")).toMatchObject({ done: 2 });

  const headers = { authorization: `Bearer ${metricsToken}` };
  const metrics = await fetch(`${origin}/metrics`, { headers }).then((answer) => answer.text());
  const lines = metrics.split("\n").filter((line) => line.includes('workflow="initialize-preferences"'));
  const counted = (metric: string, label: string) =>
    lines.filter((line) => line.startsWith(`${metric}_count{`) && line.includes(label));
  expect(counted("run_duration_seconds", 'outcome="completed"')).toHaveLength(1);
  expect(counted("step_duration_seconds", 'step="set-defaults"')).toHaveLength(1);
  expect(metrics).toMatch(/events_sent_total\{[^}]*event="user.created"[^}]*\} 1/);
  expect((await fetch(`${origin}/metrics`)).status).toBe(401);
});
