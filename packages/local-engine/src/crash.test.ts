import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { expect, it } from "vitest";
import { listenOnFreePort } from "./conformance/listen.ts";
import { createRandom } from "./test/random.ts";
import { type EngineProcess, startEngineProcess } from "./testing/engine-process.ts";

const kills = Number(process.env.CRASH_KILLS ?? 20);
const seed = Number(process.env.CRASH_SEED ?? 1);
const stepIds = ["reserve", "charge", "notify"];
const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/** A worker that notes every effect, and every step whose result the engine acknowledged. */
async function startWorker(engineUrl: string) {
  const effects = new Map<string, Set<string>>();
  const acknowledged = new Set<string>();
  const repeated: string[] = [];
  const fetchAndNote: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const run = /\/v1\/checkpoint\/([^/]+)\/async/.exec(String(input))?.[1];
    if (run !== undefined && response.ok) {
      for (const id of checkpointedSteps(String(init?.body))) acknowledged.add(`${run}/${id}`);
    }
    return response;
  };
  const client = new Inngest({
    id: "crash",
    isDev: true,
    baseUrl: engineUrl,
    fetch: fetchAndNote,
    logger: quiet,
  });
  const order = client.createFunction(
    { id: "order", triggers: [{ event: "order" }], retries: 20 },
    async ({ event, step, runId }) => {
      for (const id of stepIds) {
        await step.run(id, async () => {
          if (acknowledged.has(`${runId}/${id}`)) repeated.push(`${runId}/${id}`);
          effects.set(event.data.key, (effects.get(event.data.key) ?? new Set()).add(id));
          await pause(2);
        });
      }
      await step.sleep("rest", "1s");
      await Promise.all([step.run("left", () => 1), step.run("right", () => 2)]);
    },
  );
  const server = createServer(serve({ client, functions: [order] }));
  const url = await listenOnFreePort(server);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, effects, acknowledged, repeated, close };
}

function checkpointedSteps(body: string): string[] {
  const parsed: { steps?: { displayName?: string }[] } = JSON.parse(body);
  return (parsed.steps ?? []).flatMap((step) => step.displayName ?? []);
}

/** Sends orders until told to stop, and keeps the ids of those that the engine acknowledged. */
function startLoad(engineUrl: string) {
  const accepted = new Map<string, string>();
  let stopped = false;
  let count = 0;
  const running = (async () => {
    while (!stopped) {
      const key = `order-${count++}`;
      try {
        const body = JSON.stringify({ name: "order", id: key, data: { key } });
        const response = await fetch(`${engineUrl}/e/key`, { method: "POST", body });
        const answer: { ids: string[] } = JSON.parse(await response.text());
        if (response.ok) accepted.set(key, answer.ids[0] ?? "");
      } catch {
        // Not acknowledged: the engine may or may not have it.
      }
      await pause(4);
    }
  })();
  const stop = () => {
    stopped = true;
    return running;
  };
  return { accepted, stop };
}

async function statusesOf(engineUrl: string, eventIds: Iterable<string>): Promise<string[]> {
  const statuses: string[] = [];
  for (const id of eventIds) {
    const response = await fetch(`${engineUrl}/v1/events/${id}/runs`);
    const { data }: { data?: { status: string }[] } = JSON.parse(await response.text());
    statuses.push(
      ...(data ?? [{ status: "no such event" }]).map((run) => run.status),
      ...(data?.length === 0 ? ["no run"] : []),
    );
  }
  return statuses;
}

async function untilSynced(engineUrl: string): Promise<void> {
  while (!(await fetch(`${engineUrl}/v1/apps/crash/functions`)).ok) await pause(20);
}

async function untilCompleted(engineUrl: string, eventIds: string[], patience: number): Promise<string[]> {
  const deadline = Date.now() + patience;
  for (;;) {
    const statuses = await statusesOf(engineUrl, eventIds);
    if (statuses.every((status) => status === "Completed") || Date.now() > deadline) return statuses;
    await pause(200);
  }
}

it(`loses nothing over ${kills} kills at random moments (seed ${seed})`, {
  timeout: 120_000 + kills * 5_000,
}, async () => {
  const random = createRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), "local-engine-crash-"));
  const probe = await startEngineProcess(["--port", "0", "--state-dir", folder, "--no-poll"]);
  const worker = await startWorker(probe.url);
  await probe.kill();
  const start = () =>
    startEngineProcess([
      "-u",
      worker.url,
      "-p",
      String(probe.port),
      "--state-dir",
      folder,
      "--retry-interval",
      "1",
      "--no-poll",
    ]);
  let engine: EngineProcess = await start();
  await untilSynced(probe.url);
  const load = startLoad(probe.url);
  try {
    for (let round = 0; round < kills; round++) {
      await pause(20 + random() * 400);
      await engine.kill();
      engine = await start();
    }
    await load.stop();
    const statuses = await untilCompleted(probe.url, [...load.accepted.values()], 60_000);
    expect(load.accepted.size).toBeGreaterThan(kills);
    expect(new Set(statuses)).toEqual(new Set(["Completed"]));
    expect(statuses).toHaveLength(load.accepted.size);
    expect(worker.repeated).toEqual([]);
    expect(worker.acknowledged.size).toBeGreaterThan(kills);
    for (const key of load.accepted.keys())
      expect([...(worker.effects.get(key) ?? [])].sort()).toEqual([...stepIds].sort());
  } finally {
    await load.stop();
    await engine.kill();
    worker.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
