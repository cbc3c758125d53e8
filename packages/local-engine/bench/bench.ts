import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Inngest } from "inngest";
import { createTestEngine } from "../dist/test/index.js";
import { measureFanOut, measureQueued } from "./alone.ts";
import { measureBacklog, measureRefusals } from "./backlog.ts";
import { startFloor } from "./floor.ts";
import { bytesWrittenBy, startEngine, startWorker, usageOf } from "./processes.ts";

/** Measures the engine against the floor and prints JSON. `--only <name>` chooses; `--long` adds memory over 100,000 runs. */
const { values } = parseArgs({
  options: {
    long: { type: "boolean", default: false },
    runs: { type: "string", default: "3000" },
    only: { type: "string", multiple: true },
  },
});
const runs = Number(values.runs);
/** Targets that are not met. */
const said: string[] = [];
const parallel = 64;
const rounds = 6;

const median = (numbers: number[]) =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const round = (number: number) => Math.round(number * 100) / 100;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function inParallel(count: number, work: () => Promise<unknown>): Promise<void> {
  let left = count;
  const line = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: parallel }, line));
}

/** One thing to measure: how to warm it up, do a number of runs, and do one. */
interface Contender {
  runMany(count: number): Promise<void>;
  runOne(): Promise<void>;
  stop(): Promise<void>;
}

async function startFloorContender(checkpointing: boolean): Promise<Contender> {
  const floor = await startFloor();
  const worker = await startWorker(floor.url, checkpointing);
  const runOne = () => floor.run(worker.url, "bench-three");
  return {
    runOne,
    runMany: (count) => inParallel(count, runOne),
    async stop() {
      await worker.stop();
      floor.close();
    },
  };
}

async function startEngineContender(checkpointing: boolean): Promise<Contender> {
  const { send, finish, stop } = await startSubject(checkpointing);
  const all: string[] = [];
  return {
    runOne: async () => finish(await send("three", 1)),
    async runMany(count) {
      const ids = await send("three", count);
      all.push(...ids);
      // Runs start in order and at most 100 are under way, so these are the last to finish.
      await finish(ids.slice(-100));
    },
    async stop() {
      await finish(all);
      await stop();
    },
  };
}

/** An engine on disk with the bench's app, ready to be sent events. */
async function startSubject(checkpointing: boolean) {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-bench-"));
  const reserved = await startEngine(["-p", "0"]);
  const port = new URL(reserved.url).port;
  await reserved.stop();
  const worker = await startWorker(reserved.url, checkpointing);
  const engine = await startEngine(["-p", port, "-u", worker.url, "--state-dir", folder]);
  while (!(await fetch(`${engine.url}/v1/apps/bench/functions`)).ok) await pause(10);
  const send = async (name: string, count: number, data: Record<string, unknown> = {}): Promise<string[]> => {
    const body = JSON.stringify(Array.from({ length: count }, () => ({ name, data })));
    const response = await fetch(`${engine.url}/e/bench`, { method: "POST", body });
    return ((await response.json()) as { ids: string[] }).ids;
  };
  const isFinished = async (eventId: string) => {
    const response = await fetch(`${engine.url}/v1/events/${eventId}/runs`);
    const { data } = (await response.json()) as { data: { status: string }[] };
    return data[0]?.status === "Completed";
  };
  const waitFor = async (eventId: string, every: number) => {
    while (!(await isFinished(eventId))) await pause(every);
  };
  const finish = async (eventIds: string[]) => {
    const last = eventIds.at(-1);
    if (last !== undefined) await waitFor(last, eventIds.length > 1 ? 20 : 0);
    const rest = eventIds.slice(0, -1);
    await inParallel(rest.length, () => waitFor(rest.pop() ?? "", 20));
  };
  const stop = async () => {
    await Promise.all([engine.stop(), worker.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { engine, send, finish, stop };
}

/** Takes turns, so that whatever else the machine does weighs on both alike. */
async function compare(checkpointing: boolean) {
  const floor = await startFloorContender(checkpointing);
  const engine = await startEngineContender(checkpointing);
  const rates: { floor: number; engine: number }[] = [];
  const singles: { floor: number; engine: number }[] = [];
  const share = Math.ceil(runs / rounds);
  const both = async (work: (contender: Contender) => Promise<unknown>) => ({
    floor: await timed(() => work(floor)),
    engine: await timed(() => work(engine)),
  });
  await both((contender) => contender.runMany(300));
  for (let index = 0; index < rounds; index++) {
    const elapsed = await both((contender) => contender.runMany(share));
    rates.push({ floor: (share / elapsed.floor) * 1_000, engine: (share / elapsed.engine) * 1_000 });
  }
  for (let index = 0; index < 60; index++) singles.push(await both((contender) => contender.runOne()));
  await Promise.all([floor.stop(), engine.stop()]);
  return {
    floorRunsPerSecond: round(median(rates.map((rate) => rate.floor))),
    engineRunsPerSecond: round(median(rates.map((rate) => rate.engine))),
    ratio: round(median(rates.map((rate) => rate.engine / rate.floor))),
    floorOneRunMs: round(median(singles.map((single) => single.floor))),
    engineOneRunMs: round(median(singles.map((single) => single.engine))),
  };
}

async function measureStart(): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 5; index++) {
    const folder = mkdtempSync(join(tmpdir(), "local-engine-bench-"));
    const engine = await startEngine(["-p", "0", "--state-dir", folder]);
    times.push(engine.readyAfter);
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return round(median(times));
}

async function measureSleepers() {
  const { engine, send, stop } = await startSubject(true);
  for (let batch = 0; batch < 10; batch++) await send("sleep", 1_000);
  for (let before = -1; before !== usageOf(engine.child).processorMs; await pause(1_000)) {
    before = usageOf(engine.child).processorMs;
  }
  const before = usageOf(engine.child);
  await pause(5_000);
  const after = usageOf(engine.child);
  await stop();
  return { megabytes: after.megabytes, processorMsInFiveSeconds: after.processorMs - before.processorMs };
}

async function measureManySteps() {
  const { engine, send, finish, stop } = await startSubject(true);
  const sizes: number[] = [];
  for (const steps of [480, 960]) {
    const before = bytesWrittenBy(engine.child);
    await finish(await send("many", 1, { steps }));
    sizes.push(bytesWrittenBy(engine.child) - before);
  }
  await stop();
  const [half = 1, whole = 0] = sizes;
  return { bytesWrittenFor480Steps: half, bytesWrittenFor960Steps: whole, growth: round(whole / half) };
}

async function measureMemory() {
  const { engine, send, finish, stop } = await startSubject(true);
  const megabytes: Record<string, number> = {};
  for (let done = 0; done < 100_000; done += 5_000) {
    await finish(await send("three", 5_000));
    if ((done + 5_000) % 20_000 === 0) megabytes[done + 5_000] = usageOf(engine.child).megabytes;
  }
  await stop();
  return megabytes;
}

async function measureVirtualTime(): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 5; index++) {
    const engine = createTestEngine({
      apps: [
        (clientOptions) => {
          const client = new Inngest({ id: "bench", ...clientOptions });
          const reminders = client.createFunction(
            { id: "reminders", triggers: [{ event: "go" }] },
            async ({ step }) => {
              for (let week = 0; week < 12; week++) {
                await step.run(`remind-${week}`, () => week);
                await step.sleep(`week-${week}`, "7.5d");
              }
            },
          );
          return { client, functions: [reminders] };
        },
      ],
    });
    times.push(
      await timed(async () => {
        await engine.send({ name: "go" });
        await engine.advance("90d");
      }),
    );
    if (engine.run("reminders").status !== "Completed") throw new Error("the workflow did not finish");
    await engine.close();
  }
  return round(median(times));
}

const measurements: Record<string, () => Promise<unknown>> = {
  startToReadyMs: measureStart,
  withCheckpointing: () => compare(true),
  withoutCheckpointing: () => compare(false),
  ninetyDaysOnTestEngineMs: measureVirtualTime,
  tenThousandSleepers: measureSleepers,
  manySteps: measureManySteps,
  fanOut: measureFanOut,
  queuedMicrosecondsPerRun: measureQueued,
  backlogOfSlowRuns: () => measureAndJudge("slow"),
  backlogUnderThrottle: () => measureAndJudge("throttled"),
  refusals: judgeRefusals,
  ...(values.long ? { memoryOverRuns: measureMemory } : {}),
};

/** Measures, and says which targets are not met. */
async function measureAndJudge(name: "slow" | "throttled") {
  const figures = await measureBacklog({ events: 100_000, name });
  const { health, megabytes } = figures;
  for (const [when, { p99, idleServer }] of Object.entries(health)) {
    const own = round(p99 - idleServer.p99);
    if (own >= 50)
      said.push(`${name}: 99 of 100 answers of /health took up to ${own} ms ${when}, not under 50.`);
  }
  const grown = round(megabytes.afterwards / megabytes.full);
  if (grown > 1.15) said.push(`${name}: memory grew ${grown} times while the queue was worked off.`);
  return { ...figures, grown };
}

async function judgeRefusals() {
  const figures = await measureRefusals();
  if (figures.refused === 0) said.push("refusals: more events than may wait were all taken.");
  return figures;
}

const figures: Record<string, unknown> = {};
for (const [name, measure] of Object.entries(measurements)) {
  if (values.only === undefined || values.only.includes(name)) figures[name] = await measure();
}
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
for (const sentence of said) process.stderr.write(`${sentence}\n`);
if (said.length > 0) process.exitCode = 1;
