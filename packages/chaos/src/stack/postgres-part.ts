import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type Guardian, type Postgres, startPostgres } from "@org/local-stack";
import type { EndedByItself, Part } from "./part.ts";

const run = promisify(execFile);

export interface PostgresPartOptions {
  dataDir: string;
  port: number;
  guardian: Guardian;
  onEnd(ended: EndedByItself): void;
}

/** Starts that find the killed server's last processes still at the data, in a row, before it is given up. */
const mostTries = 60;

/** Postgres with all of its processes, each of which leads a session of its own and has to be signalled by itself. */
export function createPostgresPart({ dataDir, port, guardian, onEnd }: PostgresPartOptions): Part {
  let current: Postgres | undefined;

  async function launch(): Promise<Postgres> {
    for (let tries = 1; ; tries++) {
      try {
        return await startPostgres({ dataDir, durable: true, port });
      } catch (error) {
        if (tries === mostTries) throw error;
        await sleep(250);
      }
    }
  }

  async function signal(how: NodeJS.Signals): Promise<void> {
    if (!current) return;
    for (const pid of await familyOf(current.pid)) signalOne(pid, how);
  }

  return {
    name: "postgres",
    async start() {
      const started = await launch();
      current = started;
      guardian.watch("postgres", [started.pid]);
      void started.crashed.then((lines) => {
        if (current !== started) return;
        const at = new Date().toISOString();
        onEnd({ process: "postgres", at, hadStarted: true, how: "an end of its own", lines });
      });
    },
    async kill() {
      const killed = current;
      if (!killed) return;
      const family = await familyOf(killed.pid);
      current = undefined;
      for (const pid of family) signalOne(pid, "SIGKILL");
      await killed.crashed;
      await killed.stop();
      guardian.watch("postgres", []);
    },
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    async stop() {
      await signal("SIGCONT");
      const stopped = current;
      current = undefined;
      await stopped?.stop();
      guardian.watch("postgres", []);
    },
  };
}

/** A process and all that descend from it, the process itself first. */
async function familyOf(pid: number): Promise<number[]> {
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid="]);
  const rows = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const parent of family) {
    for (const [child, of] of rows) if (child !== undefined && of === parent) family.push(child);
  }
  return family;
}

function signalOne(pid: number, how: NodeJS.Signals): void {
  try {
    process.kill(pid, how);
  } catch {
    // It has ended in the meantime.
  }
}
