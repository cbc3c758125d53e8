import { expect, it, vi } from "vitest";
import { StorageError } from "../core/storage-error.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createVirtualClock } from "./clock.ts";
import { createEngine } from "./engine.ts";

it("does not acknowledge what could not be stored, and stores it once there is room", async () => {
  const store = createMemoryStore();
  let full = true;
  const commit = vi.fn<typeof store.commit>((changes) => {
    if (full) throw new Error("database or disk is full");
    store.commit(changes);
  });
  const told: string[] = [];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const engine = createEngine({
    store: { ...store, commit },
    clock: createVirtualClock(0),
    transport: () => Promise.reject(new Error("no app is called here")),
    defer: queueMicrotask,
    onStorageError: (error) => told.push(error.message),
  });
  await expect(engine.send([{ name: "go" }])).rejects.toThrow(StorageError);
  expect(told[0]).toMatch(/database or disk is full.*Free some disk space/);
  expect(engine.events()).toEqual([]);
  full = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(engine.events()).toMatchObject([{ name: "go" }]);
  engine.close();
  vi.useRealTimers();
});
