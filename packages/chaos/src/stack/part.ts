import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Command,
  describeExit,
  type Guardian,
  launch,
  type ManagedProcess,
  signalGroup,
} from "@org/local-stack";
import type { ProcessName } from "../plan/faults.ts";

/** A process that is killed, frozen and started again. */
export interface Part {
  name: ProcessName;
  /** Resolves once it answers. */
  start(): Promise<void>;
  /** Ends it and all that it started, without warning. */
  kill(): Promise<void>;
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** Asks it to end, for good: a fault that is not over then starts it no more. */
  stop(): Promise<void>;
}

/** A process that ended although nobody had killed it. */
export interface EndedByItself {
  process: ProcessName;
  /** ISO time. */
  at: string;
  /** Whether it had answered by then. Otherwise it gave up its start, as when the database is away. */
  hadStarted: boolean;
  how: string;
  lines: string[];
}

export interface PartOptions {
  name: ProcessName;
  command: Command;
  /** Whether it answers. */
  isUp(): Promise<boolean>;
  guardian: Guardian;
  onLine(line: string): void;
  onEnd(ended: EndedByItself): void;
}

/** Milliseconds between the end of a process and its next start, as whoever looks after it in production leaves. */
const pause = 500;
const startTimeout = 90_000;

/** Runs a command and runs it again when it ends by itself, as a supervisor does. */
export function createPart({ name, command, isUp, guardian, onLine, onEnd }: PartOptions): Part {
  let current: ManagedProcess | undefined;
  let hadStarted = false;
  /** Counts what was asked of it: whatever was begun for an earlier wish comes to nothing. */
  let wish = 0;
  let isStopped = false;

  async function run(mine: number): Promise<void> {
    const started = await launch(name, command, onLine);
    if (wish !== mine) return void (await started.kill("SIGKILL"));
    current = started;
    hadStarted = false;
    guardian.watch(name, [started.identity.pid]);
    void started.exited.then(async (exit) => {
      if (wish !== mine) return;
      const at = new Date().toISOString();
      onEnd({ process: name, at, hadStarted, how: describeExit(exit), lines: started.lastLines() });
      await sleep(pause);
      if (wish === mine) await run(mine);
    });
  }

  async function end(how: (process: ManagedProcess) => Promise<unknown>): Promise<void> {
    wish += 1;
    const process = current;
    current = undefined;
    if (process) await how(process);
    guardian.watch(name, []);
  }

  const signal = async (how: NodeJS.Signals) => {
    if (current) signalGroup(current.identity.pid, how);
  };

  return {
    name,
    async start() {
      if (isStopped) throw new Error(`${name} is stopped, and starts no more.`);
      wish += 1;
      const mine = wish;
      await run(mine);
      await untilUp(name, isUp, () => wish === mine);
      hadStarted = true;
    },
    kill: () => end((process) => process.kill("SIGKILL")),
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    stop: () => {
      isStopped = true;
      return end((process) => {
        signalGroup(process.identity.pid, "SIGCONT");
        return process.stop();
      });
    },
  };
}

/** Asks until it answers. @throws Error when it takes too long; returns early once nobody wants it any more. */
async function untilUp(
  name: string,
  isUp: () => Promise<boolean>,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const end = Date.now() + startTimeout;
  while (isWanted()) {
    if (await isUp()) return;
    if (Date.now() > end) throw new Error(`${name} did not answer within ${startTimeout / 1000} s.`);
    await sleep(50);
  }
}

/** Whether a GET is answered, whatever the answer says. */
export async function answersHttp(url: string, accepts = (_status: number) => true): Promise<boolean> {
  try {
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return accepts(answer.status);
  } catch {
    return false;
  }
}

export function acceptsTcp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
  });
}
