import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export interface EngineProcess {
  url: string;
  port: number;
  /** Ends the process at once, as the kernel does when memory runs out. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Everything the process has printed. */
  output(): string;
}

const cli = join(import.meta.dirname, "..", "cli.ts");

/** Starts `local-engine dev` as a process of its own. Resolves when it is ready. */
export function startEngineProcess(commandLine: readonly string[]): Promise<EngineProcess> {
  const child = spawn(process.execPath, [cli, "dev", "--json", "--no-discovery", ...commandLine], {
    stdio: ["ignore", "pipe", "pipe"],
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
