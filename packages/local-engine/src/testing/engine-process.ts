import { type ChildProcess, execFile, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

export interface EngineProcess {
  url: string;
  port: number;
  pid: number;
  /** Ends the process at once, as the kernel does when memory runs out. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when the process has ended, or after `patience` milliseconds; tells whether it has. */
  ended(patience: number): Promise<boolean>;
  /** Everything the process has printed. */
  output(): string;
}

const cli = join(import.meta.dirname, "..", "cli.ts");
const faultyEngine = join(import.meta.dirname, "faulty-engine.ts");

/** Node's usual place for compiled modules: reading the sources takes most of a start, and is done once. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache") };
let compiled: Promise<unknown> | undefined;

/** Fills the cache, which a process writes when it ends by itself, not when it is killed. */
function compile(): Promise<unknown> {
  compiled ??= promisify(execFile)(process.execPath, [cli, "--help"], { env });
  return compiled;
}

const engineFlags = ["dev", "--json", "--no-discovery"];

/** Starts `local-engine dev` as a process of its own. Resolves when it is ready. */
export async function startEngineProcess(commandLine: readonly string[]): Promise<EngineProcess> {
  await compile();
  return start([cli, ...engineFlags, ...commandLine]);
}

/** The same with an engine that kills itself after it has passed a point of its work a number of times. */
export async function startFaultyEngine(
  { point, passes }: { point: string; passes: number },
  commandLine: readonly string[],
): Promise<EngineProcess> {
  await compile();
  return start([faultyEngine, point, String(passes), ...engineFlags, ...commandLine]);
}

function start(commandLine: readonly string[]): Promise<EngineProcess> {
  const child = spawn(process.execPath, commandLine, { stdio: ["ignore", "pipe", "pipe"], env });
  let output = "";
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`the engine ended with ${code} before it was ready:\n${output}`));
    child.once("close", onExit);
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const url = /"message":"ready","url":"([^"]+)"/.exec(output)?.[1];
      if (url === undefined) return;
      child.off("close", onExit);
      resolve({
        url,
        port: Number(new URL(url).port),
        pid: child.pid ?? 0,
        kill: () => kill(child),
        ended: (patience) => hasEnded(child, patience),
        output: () => output,
      });
    });
  });
}

function isGone(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function hasEnded(child: ChildProcess, patience: number): Promise<boolean> {
  if (isGone(child)) return true;
  const stop = new AbortController();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await Promise.race([ended, pause(patience, undefined, { signal: stop.signal }).catch(() => {})]);
  stop.abort();
  return isGone(child);
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  while (!(await hasEnded(child, 1_000)));
}
