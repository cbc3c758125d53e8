import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { identify, isRunning, type ProcessIdentity, programName } from "../processes/identity.ts";
import type { PostgresBinaries } from "./binaries.ts";
import type { Launcher } from "./unprivileged.ts";

const ready = "database system is ready to accept connections";
const keptLogLines = 40;

export interface Postmaster {
  process: ChildProcess;
  /** Last lines that the server wrote. */
  log: string[];
}

/**
 * Runs the server in the foreground of a child process and resolves when it accepts connections.
 *
 * @throws Error with the server's last lines when it ends before that.
 */
export async function launchPostmaster(
  binaries: PostgresBinaries,
  launcher: Launcher,
  options: { dataDir: string; port: number; settings: Record<string, string> },
): Promise<Postmaster> {
  const settings = Object.entries(options.settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const parameters = ["-D", options.dataDir, "-p", String(options.port), ...settings];
  const [file, argv, privileges] = launcher.prepare(binaries.postgres, parameters);
  const child = spawn(file, argv, { ...privileges, stdio: ["ignore", "ignore", "pipe"], detached: true });
  const log: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`Postgres did not start:\n${log.join("\n")}`)));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log.push(...text.trimEnd().split("\n"));
      log.splice(0, log.length - keptLogLines);
      if (text.includes(ready)) resolve();
    });
  });
  return { process: child, log };
}

/** `fast` rolls open transactions back and writes a checkpoint; `immediate` leaves recovery to the next start. */
export async function stopPostmaster(child: ChildProcess, mode: "fast" | "immediate"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
  await exit;
}

/**
 * Stops the server that a killed parent left running on this data directory, so that a new one can start.
 * A pid file whose process is gone, or is another program by now, is left to Postgres, which replaces it.
 */
export async function stopOrphan(dataDir: string): Promise<void> {
  const orphan = await orphanOf(dataDir);
  if (!orphan) return;
  process.kill(orphan.pid, "SIGINT");
  while (isRunning(orphan)) await delay(20);
}

async function orphanOf(dataDir: string): Promise<ProcessIdentity | undefined> {
  const pidFile = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(pidFile, 10);
  return programName(pid) === "postgres" ? identify(pid) : undefined;
}
