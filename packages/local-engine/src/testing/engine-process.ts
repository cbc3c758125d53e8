import { type ChildProcess, execFile, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export interface EngineProcess {
  url: string;
  port: number;
  /** Ends the process at once, as the kernel does when memory runs out. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Everything the process has printed. */
  output(): string;
}

const cli = join(import.meta.dirname, "..", "cli.ts");

/** Node's usual place for compiled modules: reading the sources takes most of a start, and is done once. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache") };
let compiled: Promise<unknown> | undefined;

/** Fills the cache, which a process writes when it ends by itself, not when it is killed. */
function compile(): Promise<unknown> {
  compiled ??= promisify(execFile)(process.execPath, [cli, "--help"], { env });
  return compiled;
}

/** Starts `local-engine dev` as a process of its own. Resolves when it is ready. */
export async function startEngineProcess(commandLine: readonly string[]): Promise<EngineProcess> {
  await compile();
  const child = spawn(process.execPath, [cli, "dev", "--json", "--no-discovery", ...commandLine], {
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  let output = "";
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`the engine ended before it was ready:\n${output}`));
    child.once("exit", onExit);
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const url = /"message":"ready","url":"([^"]+)"/.exec(output)?.[1];
      if (url === undefined) return;
      child.off("exit", onExit);
      resolve({ url, port: Number(new URL(url).port), kill: () => kill(child), output: () => output });
    });
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
