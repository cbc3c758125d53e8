import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Started, startEngine, startPoller, startWorker, usageOf } from "./processes.ts";

export interface BacklogOptions {
  events: number;
  /** A function of the bench's app: `slow` works 50 ms in 20 runs at a time, `throttled` starts 20 runs a second. */
  name: "slow" | "throttled";
  more?: readonly string[];
}

interface Times {
  asked: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  longest: number;
}

/** `idleServer`: what a server that does nothing took at the same time. */
interface Health extends Times {
  refused: number;
  idleServer: Times;
}

const eventsPerRequest = 1_000;
const requestsAtOnce = 4;

/** The engine while far more comes in than it can do, while it works that off, and as it starts with what is left. */
export async function measureBacklog({ events, name, more = [] }: BacklogOptions) {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-bench-"));
  const reserved = await startEngine(["-p", "0"]);
  await reserved.stop();
  const { port } = new URL(reserved.url);
  const worker = await startWorker(reserved.url, true);
  const begin = () => startEngine(["-p", port, "-u", worker.url, "--state-dir", folder, ...more]);
  let engine = await begin();
  while (!(await fetch(`${engine.url}/v1/apps/bench/functions`)).ok) await pause(10);

  const poller = await startPoller(engine.url);
  const began = performance.now();
  await sendMany(engine.url, name, events);
  const seconds = (performance.now() - began) / 1_000;
  const whileTaking = await poller.take<Health>();
  const full = usageOf(engine.child).megabytes;
  await pause(15_000);
  const whileWorking = await poller.take<Health>();
  const afterwards = usageOf(engine.child).megabytes;
  await poller.stop();

  await engine.stop();
  const { restartSeconds, ...again } = await timedStart(begin);
  engine = again.engine;
  await pause(5_000);
  const restarted = usageOf(engine.child).megabytes;
  await Promise.all([engine.stop(), worker.stop()]);
  rmSync(folder, { recursive: true, force: true });
  return {
    eventsPerSecond: Math.round(events / seconds),
    health: { whileTaking, whileWorking },
    megabytes: { full, afterwards, restarted },
    restartSeconds,
  };
}

async function timedStart(begin: () => Promise<Started>) {
  const began = performance.now();
  const engine = await begin();
  while (!(await fetch(`${engine.url}/health`)).ok) await pause(10);
  return { engine, restartSeconds: Math.round((performance.now() - began) / 10) / 100 };
}

/** Sends as a good client does: what is refused for now, again when the answer says. @returns how often that was. */
export async function sendMany(engineUrl: string, name: string, count: number): Promise<number> {
  const body = JSON.stringify(
    Array.from({ length: eventsPerRequest }, (_none, n) => ({ name, data: { n, text: "x".repeat(400) } })),
  );
  let left = Math.ceil(count / eventsPerRequest);
  let refused = 0;
  const line = async () => {
    while (left-- > 0) {
      for (;;) {
        const answer = await fetch(`${engineUrl}/e/bench`, { method: "POST", body });
        await answer.text();
        if (answer.ok) break;
        if (answer.status !== 503) throw new Error(`the engine answered ${answer.status}`);
        refused++;
        await pause(1_000 * Number(answer.headers.get("retry-after")));
      }
    }
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, line));
  return refused;
}

/** More than may wait is refused with the time to come again, and memory stays what it is. */
export async function measureRefusals() {
  const reserved = await startEngine(["-p", "0"]);
  await reserved.stop();
  const { port } = new URL(reserved.url);
  const worker = await startWorker(reserved.url, true);
  const engine = await startEngine(["-p", port, "-u", worker.url, "--max-runs", "5000"]);
  while (!(await fetch(`${engine.url}/v1/apps/bench/functions`)).ok) await pause(10);
  const refused = await sendMany(engine.url, "slow", 8_000);
  const { megabytes } = usageOf(engine.child);
  await Promise.all([engine.stop(), worker.stop()]);
  return { refused, megabytes };
}
