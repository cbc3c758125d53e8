import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { identify, type ProcessIdentity } from "./identity.ts";

const keptLines = 25;

/** A command to run and what it needs around it. */
export interface Command {
  file: string;
  parameters: string[];
  cwd: string;
  /** Its whole environment. */
  environment?: NodeJS.ProcessEnv;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface ManagedProcess {
  name: string;
  identity: ProcessIdentity;
  /** Resolves when it and everything it started are gone and their output was read. */
  exited: Promise<Exit>;
  /** The last lines that it wrote to either stream. */
  lastLines(): string[];
  /** Asks it to end, and forces it after `grace` milliseconds. */
  stop(grace?: number): Promise<Exit>;
  kill(signal: NodeJS.Signals): Promise<Exit>;
}

/**
 * Runs a command in a process group of its own: a Ctrl-C in the terminal reaches only us, and a stop reaches
 * whatever the command started.
 *
 * @throws Error when the program does not exist.
 */
export async function launch(
  name: string,
  { file, parameters, cwd, environment }: Command,
  onLine: (line: string) => void = () => {},
): Promise<ManagedProcess> {
  const child = spawn(file, parameters, {
    cwd,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close");
  closed.catch(() => {});
  await once(child, "spawn");
  const pid = child.pid ?? 0;
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      onLine(line);
    });
  }
  const exited = new Promise<Exit>((resolve) => {
    child.once("exit", async (code, signal) => {
      // What it started may have outlived it, and would keep its output open.
      signalGroup(pid, "SIGKILL");
      await closed;
      resolve({ code, signal });
    });
  });
  return {
    name,
    // One that ended before it could be looked at has nothing left that a later start must end.
    identity: identify(pid) ?? { pid, started: "" },
    exited,
    lastLines: () => [...lines],
    kill: (signal) => {
      signalGroup(pid, signal);
      return exited;
    },
    async stop(grace = 5_000) {
      signalGroup(pid, "SIGTERM");
      const timer = new AbortController();
      const overdue = delay(grace, "overdue" as const, { signal: timer.signal }).catch(() => undefined);
      if ((await Promise.race([exited, overdue])) === "overdue") signalGroup(pid, "SIGKILL");
      timer.abort();
      return exited;
    },
  };
}

/** Signals a process and all that it started; a group that is gone already is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!isNoSuchProcess(error)) throw error;
  }
}

/** macOS answers EPERM for a group of which only zombies are left. */
function isNoSuchProcess(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ESRCH" || error.code === "EPERM");
}

/** "exit code 1" or "signal SIGKILL". */
export function describeExit({ code, signal }: Exit): string {
  return signal ? `signal ${signal}` : `exit code ${code}`;
}
