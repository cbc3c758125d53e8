import { waitForHttp } from "../network/wait-for-http.ts";
import type { ProcessIdentity } from "../processes/identity.ts";
import { type Command, describeExit, launch, type ManagedProcess } from "../processes/managed-process.ts";
import { CrashError } from "./crash-error.ts";

/** A long-running process and how to tell that it works. */
interface Service {
  name: string;
  command: Command;
  healthUrl: string;
  /** Statuses of `healthUrl` that count as healthy; default: any success. */
  accepts?: (status: number) => boolean;
}

export interface Services {
  /** Resolves when it is healthy. @throws CrashError when it ends before that or takes too long. */
  start(service: Service): Promise<void>;
  /** Ends it if it runs and starts it again. @throws CrashError like `start`. */
  restart(name: string, grace?: number): Promise<void>;
  /** Ends it with a signal; this is no crash. */
  kill(name: string, signal: NodeJS.Signals): Promise<void>;
  lastLines(name: string): string[];
  /** Rejects as soon as one that was healthy ends by itself. */
  crashed: Promise<never>;
  stop(): Promise<void>;
}

export interface ServicesOptions {
  onLine(name: string, line: string): void;
  /** Called with all running processes whenever they change. */
  onChange(running: ProcessIdentity[]): void;
  /** Milliseconds that a process may take until it is healthy. */
  startTimeout?: number;
}

/** In development the web app compiles its first page before it answers, which takes a busy machine over three minutes. */
const defaultStartTimeout = 600_000;

export function createServices({
  onLine,
  onChange,
  startTimeout = defaultStartTimeout,
}: ServicesOptions): Services {
  const known = new Map<string, Service>();
  const running = new Map<string, ManagedProcess>();
  let reportCrash: (crash: CrashError) => void = () => {};
  const crashed = new Promise<never>((_resolve, reject) => {
    reportCrash = reject;
  });
  // Whoever waits for a crash gets it; nobody has to.
  crashed.catch(() => {});
  let stopping = false;
  const changed = () => onChange([...running.values()].map(({ identity }) => identity));

  async function start(service: Service): Promise<void> {
    if (stopping) return;
    known.set(service.name, service);
    const started = await launch(service.name, service.command, (line) => onLine(service.name, line));
    running.set(service.name, started);
    changed();
    const waiting = new AbortController();
    const ended = started.exited.then((exit) => {
      const crash = new CrashError(service.name, `ended with ${describeExit(exit)}`, started.lastLines());
      waiting.abort(crash);
      return crash;
    });
    const overdue = setTimeout(() => {
      const how = `did not answer ${service.healthUrl} well within ${startTimeout / 1000} s`;
      waiting.abort(new CrashError(service.name, how, started.lastLines()));
    }, startTimeout);
    await waitForHttp(service.healthUrl, waiting.signal, service.accepts).finally(() =>
      clearTimeout(overdue),
    );
    void ended.then((crash) => {
      if (running.get(service.name) === started && !stopping) reportCrash(crash);
    });
  }

  /** Taken out first, so that its end is expected. */
  async function end(name: string, how: (process: ManagedProcess) => Promise<unknown>): Promise<void> {
    const process = running.get(name);
    running.delete(name);
    if (process) await how(process);
    changed();
  }

  return {
    start,
    async restart(name, grace) {
      const service = known.get(name);
      if (!service) throw new Error(`${name} was never started; there are ${[...known.keys()].join(", ")}.`);
      await end(name, (process) => process.stop(grace));
      await start(service);
    },
    kill: (name, signal) => end(name, (process) => process.kill(signal)),
    lastLines: (name) => running.get(name)?.lastLines() ?? [],
    crashed,
    async stop() {
      stopping = true;
      await Promise.all([...running.keys()].map((name) => end(name, (process) => process.stop())));
    },
  };
}

/** Runs a command to its end. @throws CrashError when it fails. */
export async function runToEnd(
  name: string,
  command: Command,
  onLine: (name: string, line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const started = await launch(name, command, (line) => onLine(name, line));
  const abort = () => void started.stop(1_000);
  signal?.addEventListener("abort", abort);
  const exit = await started.exited;
  signal?.removeEventListener("abort", abort);
  if (exit.code !== 0) throw new CrashError(name, `ended with ${describeExit(exit)}`, started.lastLines());
}
