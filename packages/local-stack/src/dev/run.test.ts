import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { freePort } from "../network/ports.ts";
import { identify } from "../processes/identity.ts";

const program = join(import.meta.dirname, "../testing/supervised.ts");
let stateDir: string;
const supervisors: ChildProcess[] = [];

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "run-test-"));
});

afterEach(async () => {
  for (const supervisor of supervisors.splice(0)) {
    if (supervisor.exitCode !== null || supervisor.signalCode !== null) continue;
    supervisor.kill("SIGTERM");
    await once(supervisor, "exit");
  }
  await rm(stateDir, { recursive: true, force: true });
});

interface Supervised {
  process: ChildProcess;
  /** All that it printed so far. */
  text(): string;
  /** Resolves once it printed something that matches. */
  printed(pattern: RegExp): Promise<void>;
  exitCode: Promise<number | null>;
}

function supervise(options: object = {}, command = [process.execPath, program]): Supervised {
  const [file = "", ...parameters] = [...command, JSON.stringify({ stateDir, ...options })];
  const child = spawn(file, parameters, { stdio: ["ignore", "pipe", "inherit"] });
  supervisors.push(child);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return {
    process: child,
    text: () => text,
    printed: (pattern) => vi.waitFor(() => expect(text).toMatch(pattern), { timeout: 20_000, interval: 20 }),
    exitCode: once(child, "close").then(([code]) => code),
  };
}

/** The pids of all that a running stack started. */
function startedPids(): number[] {
  const { processes } = JSON.parse(readFileSync(join(stateDir, "stack.json"), "utf8"));
  const postmaster = readFileSync(join(stateDir, "postgres/cluster/postmaster.pid"), "utf8");
  return [...processes.map(({ pid }: { pid: number }) => pid), Number.parseInt(postmaster, 10)];
}

function expectGone(pids: number[]): void {
  expect(pids.length).toBeGreaterThan(1);
  expect(pids.filter((pid) => identify(pid))).toEqual([]);
}

describe("the supervisor", () => {
  it("prints a line for each part in order, then one table, then the processes' lines", async () => {
    const { text, printed } = supervise();
    await printed(/web +web listens/);
    const parts = [
      "Postgres",
      "Vendor emulators",
      "Libraries",
      "Engine",
      "Database",
      "Worker",
      "Web app",
      "what",
    ];
    const positions = parts.map((part) => text().search(new RegExp(`[✓│] ${part}`)));
    expect(positions).toEqual(positions.toSorted((one, other) => one - other));
    expect(positions[0]).toBeGreaterThanOrEqual(0);
    expect(text()).toMatch(/Sent messages +│ http:\/\/127\.0\.0\.1:\d+/);
    const [, catalogue = ""] = /Event catalogue +│ (http:\S+)/.exec(text()) ?? [];
    expect(await fetch(catalogue).then((response) => response.text())).toBe("ok from catalogue");
    expect(text().indexOf("worker  worker listens")).toBeGreaterThan(text().indexOf("└"));
  });

  it("runs Convex's functions before the apps when the marketplace is there, and says where", async () => {
    const { text, printed } = supervise({ environment: { MARKETPLACE_STORE: "convex" } });
    await printed(/Ctrl-C/);
    expect(text()).toMatch(/✓ Convex functions[\s\S]*✓ Database schema[\s\S]*✓ Worker/);
    const [, url] = /Convex, the marketplace's database +│ (http:\/\/127\.0\.0\.1:\d+)/.exec(text()) ?? [];
    expect((await fetch(`${url}/version`)).status).toBe(200);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("stops everything on %s", async (signal) => {
    const { process: supervisor, printed, exitCode } = supervise();
    await printed(/Ctrl-C/);
    const pids = startedPids();
    supervisor.kill(signal);
    expect(await exitCode).toBe(0);
    expectGone(pids);
  });

  it("stops what it had begun when it is interrupted during the start", async () => {
    const { process: supervisor, printed, exitCode } = supervise({ behaviours: { worker: "never listens" } });
    await printed(/✓ Engine/);
    await vi.waitFor(() => expect(startedPids().length).toBe(4), { timeout: 10_000, interval: 20 });
    const pids = startedPids();
    supervisor.kill("SIGINT");
    expect(await exitCode).toBe(0);
    expectGone(pids);
  });

  it("stops the rest when a part crashes, shows its last lines and fails", async () => {
    const { text, printed, exitCode } = supervise({ behaviours: { web: "crashes when asked" } });
    await printed(/Ctrl-C/);
    const pids = startedPids();
    const { urls } = JSON.parse(readFileSync(join(stateDir, "stack.json"), "utf8"));
    await fetch(`${urls.web}/crash`).catch(() => {});
    expect(await exitCode).toBe(1);
    expect(text()).toMatch(/✗ web ended with exit code 3\.[\s\S]*asked to crash[\s\S]*Everything is stopped/);
    expectGone(pids);
  });

  it("ends when a package manager above it ends without passing the signal on", async () => {
    const shell = `const { spawn } = require("node:child_process");
      spawn(process.execPath, process.argv.slice(1), { stdio: "inherit" });
      process.on("SIGTERM", () => process.exit());`;
    const { process: runner, printed, exitCode } = supervise({}, [process.execPath, "-e", shell, program]);
    await printed(/Ctrl-C/);
    const pids = startedPids();
    runner.kill("SIGTERM");
    await exitCode;
    expectGone(pids);
  });

  it("leaves nothing behind even when it is killed, and finds its data again", async () => {
    const { process: supervisor, printed } = supervise({ behaviours: { worker: "ignores SIGTERM" } });
    await printed(/Ctrl-C/);
    const pids = startedPids();
    supervisor.kill("SIGKILL");
    await vi.waitFor(() => expectGone(pids), { timeout: 10_000, interval: 50 });
    const next = supervise();
    await next.printed(/Ctrl-C/);
  });

  it("says where the running one is when it is started twice", async () => {
    const first = supervise();
    await first.printed(/Ctrl-C/);
    const second = supervise();
    expect(await second.exitCode).toBe(1);
    expect(second.text()).toContain(`is in use by process ${first.process.pid}`);
    expect(second.text()).toMatch(/web +http:\/\/127\.0\.0\.1:\d+/);
  });

  it("takes the next free port and says so", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    const { text, printed } = supervise({ ports: { web: port } });
    await printed(/Ctrl-C/);
    expect(text()).toMatch(new RegExp(`Port ${port} is taken, so web is on \\d+\\.`));
    other.close();
  });

  it("says of services alone that somebody listens where their engine looks for the worker", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    const { text, printed } = supervise({ ports: { worker: port }, parts: "services" });
    await printed(/Ctrl-C/);
    expect(text()).toContain(
      `Port ${port} is in use: this engine calls whoever listens there as its worker.`,
    );
    other.close();
  });

  it("shows how to start Inngest's Dev Server when it is to be used", async () => {
    const { text, printed } = supervise({ environment: { ENGINE_URL: "http://127.0.0.1:8288" } });
    await printed(/Ctrl-C/);
    const serve = "http://127\\.0\\.0\\.1:\\d+/api/inngest";
    expect(text()).toMatch(
      new RegExp(
        `inngest-cli@latest dev -u ${serve}/mohallamart -u ${serve}/ten-ocean -u ${serve}/operations --no-discovery`,
      ),
    );
    expect(text()).not.toContain("engine listens");
  });
});
