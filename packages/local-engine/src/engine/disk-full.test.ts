import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { StorageError } from "../core/storage-error.ts";
import { readRegistration } from "../protocol/registration.ts";
import { openState } from "../store/sqlite-open.ts";
import { storeOn } from "../store/sqlite-store.ts";
import { createVirtualClock } from "./clock.ts";
import { createEngine, type Engine } from "./engine.ts";
import type { Transport } from "./transport.ts";

const url = "http://app.test/";
const work = { id: "app-work", triggers: [{ event: "go" }], steps: { step: { runtime: { url } } } };
const answer = {
  status: 200,
  header: (name: string) => (name === "x-inngest-sdk" ? "js" : undefined),
  body: "1",
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-engine-full-"));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** An engine whose state file can be kept from growing, as a full disk does. SQLite itself refuses the write. */
async function startEngine(transport: Transport = async () => answer, retention?: false) {
  const { state } = openState(folder, "refuse");
  const told: string[] = [];
  const engine = createEngine({
    store: storeOn(state),
    clock: createVirtualClock(1_000),
    transport,
    defer: queueMicrotask,
    ...(retention === undefined ? {} : { retention }),
    onStorageError: (error) => told.push(error.message),
    onStorageRecovery: () => told.push("recovered"),
  });
  await engine.register(readRegistration({ url, appName: "app", functions: [work] }, 0));
  const pages = () => Number(state.database.prepare("PRAGMA page_count").get()?.page_count);
  return {
    engine,
    told,
    fill: () => state.database.exec(`PRAGMA max_page_count = ${pages()}`),
    makeRoom: () => state.database.exec("PRAGMA max_page_count = 1000000"),
  };
}

/** Sends until the disk is full. @returns the ids that were acknowledged. */
async function sendUntilFull(engine: Engine): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let n = 0; n < 100; n++) {
    try {
      acknowledged.push(
        ...(await engine.send([{ name: "go", id: `n-${n}`, data: { text: "x".repeat(3_000) } }])),
      );
    } catch (error) {
      if (!StorageError.isInstance(error)) throw error;
      return acknowledged;
    }
  }
  return expect.fail("the disk did not fill");
}

it("refuses events while the disk is full, loses none that it took, and goes on by itself", async () => {
  const { engine, told, fill, makeRoom } = await startEngine();
  fill();
  const acknowledged = await sendUntilFull(engine);
  expect(told).toEqual([expect.stringMatching(/database or disk is full.*Free some disk space/)]);
  await vi.advanceTimersByTimeAsync(5_000);
  await expect(engine.send([{ name: "go" }])).rejects.toThrow(StorageError);
  expect(engine.events({ name: "go" })).toHaveLength(acknowledged.length);
  makeRoom();
  await vi.advanceTimersByTimeAsync(1_000);
  await engine.idle();
  expect(told).toHaveLength(2);
  expect(told[1]).toBe("recovered");
  await engine.send([{ name: "go", id: "afterwards" }]);
  await engine.idle();
  for (const id of acknowledged) expect(engine.runsOfEvent(id)).toMatchObject([{ status: "Completed" }]);
  engine.close();
});

it("starts one run for an event that is sent again after the disk was full", async () => {
  const { engine, fill, makeRoom } = await startEngine();
  fill();
  const acknowledged = await sendUntilFull(engine);
  const refused = { name: "go", id: `n-${acknowledged.length}`, data: {} };
  await expect(engine.send([refused])).rejects.toThrow(StorageError);
  makeRoom();
  await vi.advanceTimersByTimeAsync(1_000);
  const [id = ""] = await engine.send([refused]);
  await engine.idle();
  expect(engine.runsOfEvent(id)).toHaveLength(1);
  expect(engine.runs({ limit: 1_000 })).toHaveLength(acknowledged.length + 1);
  engine.close();
});

it("keeps the answers of runs that were in flight when the disk became full, and makes no call twice", async () => {
  const release: (() => void)[] = [];
  const { engine, fill, makeRoom, told } = await startEngine(async () => {
    await new Promise<void>((resolve) => release.push(resolve));
    return { ...answer, body: JSON.stringify("x".repeat(50_000)) };
  });
  const ids = await engine.send(Array.from({ length: 3 }, () => ({ name: "go" })));
  fill();
  for (const answerNow of release) answerNow();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).toHaveLength(1);
  expect(ids.flatMap((id) => engine.runsOfEvent(id).map(({ status }) => status))).not.toContain("Completed");
  makeRoom();
  await vi.advanceTimersByTimeAsync(1_000);
  await engine.idle();
  for (const id of ids) expect(engine.runsOfEvent(id)).toMatchObject([{ status: "Completed" }]);
  expect(release).toHaveLength(3);
  engine.close();
});

it("answers questions while the disk is full", async () => {
  const { engine, fill } = await startEngine();
  const [id = ""] = await engine.send([{ name: "go" }]);
  await engine.idle();
  fill();
  await sendUntilFull(engine);
  expect(engine.event(id)).toMatchObject({ name: "go" });
  expect(engine.runs({ status: "Completed", search: id })).toHaveLength(1);
  engine.close();
});

it("does not end when old runs cannot be dropped because the disk is full", async () => {
  const { state } = openState(folder, "refuse");
  const told: string[] = [];
  const engine = createEngine({
    store: {
      ...storeOn(state),
      prune: () => {
        throw Object.assign(new Error("database or disk is full"), { errcode: 13 });
      },
    },
    clock: createVirtualClock(0),
    transport: async () => answer,
    onStorageError: (error) => told.push(error.message),
  });
  await engine.register(readRegistration({ url, appName: "app", functions: [work] }, 0));
  await engine.send([{ name: "go" }]);
  await engine.idle();
  expect(told).toEqual([expect.stringMatching(/disk is full/)]);
  await expect(engine.send([{ name: "go" }])).resolves.toHaveLength(1);
  engine.close();
});

it("takes up what was acknowledged when it ends while the disk is full", async () => {
  const { engine, fill } = await startEngine(() => new Promise(() => {}));
  fill();
  const acknowledged = await sendUntilFull(engine);
  engine.close();
  const next = await startEngine();
  await next.engine.idle();
  for (const id of acknowledged) expect(next.engine.runsOfEvent(id)).toMatchObject([{ status: "Completed" }]);
  next.engine.close();
});
