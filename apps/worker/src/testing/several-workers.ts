import { join } from "node:path";
import {
  freePort,
  launch,
  type ManagedProcess,
  repositoryCommands,
  type Stack,
  signalGroup,
  startStack,
} from "@org/local-stack";
import { type Balancer, startBalancer } from "./balancer.ts";

/** A worker of several, which share nothing but the database and the engine. */
export interface OneOfWorkers {
  url: string;
  /** As SIGSTOP and SIGCONT; nothing where it does not run. */
  signal(signal: NodeJS.Signals): void;
  /** Ends it without warning. */
  kill(): Promise<void>;
  /** Starts it, again where it was killed, and resolves when it is ready. */
  start(): Promise<void>;
}

export interface SeveralWorkers {
  stack: Stack;
  balancer: Balancer;
  workers: readonly OneOfWorkers[];
  stop(): Promise<void>;
}

const worker = join(import.meta.dirname, "../..");
const startTimeout = 120_000;

/**
 * An engine and several workers behind one address, as docs/scaling.md has it.
 *
 * @param differences what each worker has in its environment beside what all have: one entry for each worker
 */
export async function startSeveralWorkers(
  differences: readonly NodeJS.ProcessEnv[],
): Promise<SeveralWorkers> {
  const balancer = await startBalancer();
  const stack = await startStack({
    environment: { ...process.env, LOG_LEVEL: "error", INNGEST_SERVE_ORIGIN: balancer.url },
    apps: ["engine", "worker"],
    commands: (input) => repositoryCommands({ ...input, ports: { ...input.ports, worker: balancer.port } }),
  });
  // It brought the database; those that are measured or killed are started here, one like the other.
  await stack.kill("worker", "SIGTERM");
  const workers = await Promise.all(
    differences.map(async (difference, place) => {
      const port = String(await freePort());
      return oneWorker(`worker ${place + 1}`, { ...stack.environment, PORT: port, ...difference });
    }),
  );
  balancer.setWorkers(workers.map(({ url }) => url));
  for (const each of workers) await each.start();
  return {
    ...{ stack, balancer, workers },
    async stop() {
      await Promise.all(workers.map(({ kill }) => kill()));
      await stack.stop();
      await balancer.stop();
    },
  };
}

function oneWorker(name: string, environment: NodeJS.ProcessEnv): OneOfWorkers {
  const url = `http://127.0.0.1:${environment.PORT}`;
  let running: ManagedProcess | undefined;
  return {
    url,
    signal(signal) {
      if (running) signalGroup(running.identity.pid, signal);
    },
    async kill() {
      await running?.kill("SIGKILL");
      running = undefined;
    },
    async start() {
      const command = { file: process.execPath, parameters: ["dist/server.js"], cwd: worker, environment };
      running = await launch(name, command);
      await untilReady(url, running);
    },
  };
}

async function untilReady(url: string, { exited, lastLines, name }: ManagedProcess): Promise<void> {
  let ended = false;
  void exited.then(() => (ended = true));
  const overdue = AbortSignal.timeout(startTimeout);
  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (ended || overdue.aborted) throw new Error(`${name} did not start:\n${lastLines().join("\n")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
