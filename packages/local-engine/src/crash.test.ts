import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { createRandom } from "./test/random.ts";
import { startLoad, startWorker, statusesOf, untilDone, untilSynced } from "./testing/crash-rig.ts";
import { type EngineProcess, startEngineProcess, startFaultyEngine } from "./testing/engine-process.ts";

const kills = Number(process.env.CRASH_KILLS ?? 20);
const seed = Number(process.env.CRASH_SEED ?? 1);
const longestLife = 420;
const patienceWithItself = 3_000;

/** Where an engine ends itself, and how often it passes there before; how often is chosen at random below the number. */
const points = { "before-commit": 10, "inside-commit": 40, "after-commit": 20, "inside-prune": 8 };

type Start = (commandLine: readonly string[]) => Promise<EngineProcess>;

/** A way to die: from outside at a random moment, or at a point of the engine's own work. */
function chooseDeath(random: () => number): { name: string; start: Start; patience: number } {
  const names = Object.entries(points);
  const [point, most] = names[Math.floor(random() * (names.length + 2))] ?? [];
  const passes = Math.floor(random() * (most ?? 1));
  if (point === undefined)
    return { name: "from outside", start: startEngineProcess, patience: 20 + random() * longestLife };
  const start: Start = (commandLine) => startFaultyEngine({ point, passes }, commandLine);
  return { name: point, start, patience: patienceWithItself };
}

it(`loses nothing over ${kills} kills at random moments and at each point of a commit (seed ${seed})`, {
  timeout: 120_000 + kills * 5_000,
}, async () => {
  const random = createRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), "local-engine-crash-"));
  const probe = await startEngineProcess(["--port", "0", "--state-dir", folder, "--no-poll"]);
  const worker = await startWorker(probe.url);
  await probe.kill();
  const commandLine = ["-u", worker.url, "-p", String(probe.port), "--state-dir", folder].concat(
    "--retry-interval",
    "1",
    "--no-poll",
  );
  const deaths = new Map<string, number>();
  let engine = await startEngineProcess(commandLine);
  await untilSynced(probe.url);
  const load = startLoad(probe.url);
  try {
    await pause(random() * longestLife);
    for (let round = 0; round < kills; round++) {
      await engine.kill();
      const death = chooseDeath(random);
      engine = await death.start(commandLine);
      const bySelf = await engine.ended(death.patience);
      const name = bySelf ? death.name : "from outside";
      deaths.set(name, (deaths.get(name) ?? 0) + 1);
    }
    await load.stop();
    await engine.kill();
    engine = await startEngineProcess(commandLine);
    expect(await untilDone(worker, load.accepted.keys(), 60_000 + kills * 100)).toEqual([]);
    expect(load.accepted.size).toBeGreaterThan(kills);
    expect(worker.repeated).toEqual([]);
    expect(worker.acknowledged.size).toBeGreaterThan(kills);
    // Old runs have been dropped, and only those: what the engine still knows has completed.
    const newest = [...load.accepted.values()].slice(-20);
    await expect
      .poll(async () => new Set((await Promise.all(newest.map((id) => statusesOf(probe.url, id)))).flat()), {
        timeout: 30_000,
      })
      .toEqual(new Set(["Completed"]));
    if (kills >= 200)
      expect([...deaths.keys()].sort()).toEqual(["from outside", ...Object.keys(points)].sort());
    process.stdout.write(
      `${JSON.stringify({ seed, accepted: load.accepted.size, ...Object.fromEntries(deaths) })}\n`,
    );
  } finally {
    await load.stop();
    await engine.kill();
    worker.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
