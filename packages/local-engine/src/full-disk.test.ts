import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { sendOrder, startWorker, statusesOf, untilDone, untilSynced } from "./testing/crash-rig.ts";
import { type EngineProcess, startEngineProcess } from "./testing/engine-process.ts";
import { canLimit, canMount, limitFiles, mountDisk, type SmallDisk } from "./testing/small-disk.ts";

const rounds = Math.max(1, Math.ceil(Number(process.env.CRASH_KILLS ?? 0) / 100));
const text = "x".repeat(20_000);

interface Sent {
  /** Engine's ids of the events that were acknowledged, by key. */
  accepted: Map<string, string>;
  /** Keys of those that were refused once: the run may belong to what was refused or to what was sent again. */
  refusedAtFirst: Set<string>;
}

/** Sends until an order is refused. @returns the key of that order. */
async function sendUntilRefused(url: string, prefix: string, accepted: Map<string, string>): Promise<string> {
  for (let count = 0; count < 5_000; count++) {
    const key = `${prefix}-${count}`;
    const answer = await sendOrder(url, key, text);
    if (answer?.status === 503) return key;
    expect(answer?.status).toBe(200);
    accepted.set(key, answer?.id ?? "");
  }
  return expect.fail("the disk did not fill");
}

async function untilAccepted(url: string, key: string): Promise<string> {
  for (;;) {
    const answer = await sendOrder(url, key, text);
    if (answer?.id !== undefined) return answer.id;
    expect(answer?.status).toBe(503);
    await pause(100);
  }
}

/** Fills the disk under load, looks, and makes room again, while the engine lives. */
async function fillAndMakeRoom(
  disk: SmallDisk,
  engine: EngineProcess,
  prefix: string,
  { accepted, refusedAtFirst }: Sent,
) {
  const before = await untilAccepted(engine.url, `${prefix}-before`);
  accepted.set(`${prefix}-before`, before);
  disk.fill(engine.pid);
  const refused = await sendUntilRefused(engine.url, prefix, accepted);
  for (let count = 0; count < 3; count++) expect((await sendOrder(engine.url, "more"))?.status).toBe(503);
  const health = await fetch(`${engine.url}/health`);
  expect(health.status).toBe(503);
  expect(Object(await health.json()).message).toMatch(/could not be written .*Free some disk space/);
  expect(await statusesOf(engine.url, before)).toHaveLength(1);
  await pause(1_500);
  expect((await sendOrder(engine.url, "more"))?.status).toBe(503);
  disk.makeRoom(engine.pid);
  await untilAccepted(engine.url, refused);
  refusedAtFirst.add(refused);
}

async function fillAndRestart(disk: SmallDisk): Promise<void> {
  const reserved = await startEngineProcess(["--port", "0", "--no-poll"]);
  const worker = await startWorker(reserved.url);
  await reserved.kill();
  const commandLine = [
    "-u",
    worker.url,
    "-p",
    String(reserved.port),
    "--state-dir",
    disk.folder,
    "--no-poll",
  ];
  let engine = await startEngineProcess(commandLine);
  const accepted = new Map<string, string>();
  const refusedAtFirst = new Set<string>();
  const keys = () => [...accepted.keys(), ...refusedAtFirst];
  try {
    await untilSynced(engine.url);
    for (let round = 0; round < rounds; round++)
      await fillAndMakeRoom(disk, engine, `round-${round}`, { accepted, refusedAtFirst });
    expect(await untilDone(worker, keys(), 60_000)).toEqual([]);
    expect(engine.output()).toMatch(/could not be written .*Free some disk space/);
    expect(engine.output()).toMatch(/the state can be written again/);
    disk.fill(engine.pid);
    await sendUntilRefused(engine.url, "last", accepted);
    await engine.kill();
    disk.makeRoom();
    engine = await startEngineProcess(commandLine);
    expect(await untilDone(worker, keys(), 60_000)).toEqual([]);
    for (const [key, id] of accepted) expect(await statusesOf(engine.url, id), key).toHaveLength(1);
    expect(worker.repeated).toEqual([]);
  } finally {
    await engine.kill();
    worker.close();
  }
}

async function survivesFullDisk(disk: SmallDisk): Promise<void> {
  try {
    await fillAndRestart(disk);
  } finally {
    disk.remove();
  }
}

const timeout = 120_000 + rounds * 30_000;

it.skipIf(!canMount())(
  "loses nothing while a file system is full, and goes on when there is room",
  { timeout },
  () => survivesFullDisk(mountDisk()),
);

it.skipIf(!canLimit())(
  "loses nothing while its files may not grow, and goes on when they may",
  { timeout },
  () => survivesFullDisk(limitFiles()),
);
