import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Started {
  child: ChildProcess;
  /** The address that the process printed. */
  url: string;
  /** Milliseconds from the start of the process to that line. */
  readyAfter: number;
  stop(): Promise<void>;
}

const cli = join(import.meta.dirname, "../dist/cli.js");

/** Starts the engine with the options for Node that the command's first line names. */
export const startEngine = (commandLine: readonly string[]) =>
  start(["--max-semi-space-size=8", cli, "dev", "--json", "--no-poll", "--no-discovery", ...commandLine]);

export const startWorker = (engineUrl: string, checkpointing: boolean) =>
  start([join(import.meta.dirname, "worker.ts"), engineUrl, String(checkpointing)]);

export interface Poller {
  /** What was measured since the last time. */
  take<Figures>(): Promise<Figures>;
  stop(): Promise<void>;
}

export async function startPoller(engineUrl: string): Promise<Poller> {
  const script = join(import.meta.dirname, "poller.ts");
  const idle = await start([script]);
  const { child, stop } = await start([script, engineUrl, idle.url], "pipe");
  return {
    take: <Figures>() =>
      new Promise<Figures>((resolve) => {
        child.stdout?.once("data", (chunk: Buffer) => resolve(parsed<Figures>(chunk.toString())));
        child.stdin?.write("\n");
      }),
    async stop() {
      await Promise.all([idle.stop(), stop()]);
    },
  };
}

/** Guarantee: our own process wrote it. */
function parsed<Figures>(json: string): Figures {
  return JSON.parse(json) as Figures;
}

function start(commandLine: readonly string[], input: "ignore" | "pipe" = "ignore"): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, commandLine, { stdio: [input, "pipe", "inherit"] });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once("exit", () => resolve());
      child.kill("SIGKILL");
    });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${commandLine[0]} ended with ${code}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      const url = /http:\/\/127\.0\.0\.1:\d+[\w/]*/.exec(chunk.toString())?.[0];
      if (url !== undefined) resolve({ child, url, readyAfter: performance.now() - began, stop });
    });
  });
}

/** Bytes that the process has written so far, to files and sockets. */
export function bytesWrittenBy(child: ChildProcess): number {
  return Number(/wchar: (\d+)/.exec(readFileSync(`/proc/${child.pid}/io`, "utf8"))?.[1]);
}

/** Resident memory in MB and used processor time in ms, as Linux counts them. */
export function usageOf(child: ChildProcess): { megabytes: number; processorMs: number } {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return {
    megabytes: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024),
    processorMs: (Number(fields[11]) + Number(fields[12])) * 10,
  };
}
