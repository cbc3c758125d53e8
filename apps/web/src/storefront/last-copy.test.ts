import { DatabaseUnavailableError } from "@org/stores/unavailable";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lastCopy } from "./last-copy.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const away = new DatabaseUnavailableError("away", { port: "stores", code: "55P03" });

function setUp(shelved?: object) {
  const load = vi.fn(async (): Promise<object> => ({ version: load.mock.calls.length }));
  const shelf = { get: vi.fn(async () => shelved), put: vi.fn(async () => {}) };
  const log = { warn: vi.fn() };
  return { load, shelf, log, read: lastCopy({ load, shelf, log }) };
}

it("is what it is now while it can be had", async () => {
  const { read, log } = setUp();
  expect(await read()).toEqual({ version: 1 });
  expect(await read()).toEqual({ version: 2 });
  expect(log.warn).not.toHaveBeenCalled();
});

it("is the last copy while it fails, and is asked for again after a rest", async () => {
  const { load, log, read } = setUp();
  await read();
  load.mockRejectedValueOnce(away);
  expect(await read()).toEqual({ version: 1 });
  expect(await read()).toEqual({ version: 1 });
  expect(load).toHaveBeenCalledTimes(2);
  expect(log.warn).toHaveBeenCalledExactlyOnceWith({ error: away }, expect.any(String));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await read()).toEqual({ version: 3 });
});

it("does not wait for what does not answer", async () => {
  const { load, read } = setUp();
  await read();
  load.mockImplementationOnce(() => new Promise(() => {}));
  const slow = read();
  await vi.advanceTimersByTimeAsync(800);
  expect(await slow).toEqual({ version: 1 });
});

it("comes from the shelf in a process that has no copy", async () => {
  const { load, read } = setUp({ version: "shelved" });
  load.mockRejectedValue(away);
  expect(await read()).toEqual({ version: "shelved" });
});

it("fails as it failed when there is no copy, also when the shelf is away, and asks each time", async () => {
  const { load, shelf, read } = setUp();
  shelf.get.mockRejectedValue(new Error("no cache"));
  load.mockRejectedValue(away);
  await expect(read()).rejects.toBe(away);
  await expect(read()).rejects.toBe(away);
  expect(load).toHaveBeenCalledTimes(2);
});

it("a mistake of ours is no reason to show something old", async () => {
  const { load, read } = setUp();
  await read();
  load.mockRejectedValueOnce(new TypeError("no such field"));
  await expect(read()).rejects.toThrow("no such field");
});

it("puts a copy aside once a minute, and goes on when that fails", async () => {
  const { shelf, read, log } = setUp();
  shelf.put.mockRejectedValueOnce(new Error("no cache"));
  await read();
  await read();
  expect(shelf.put).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(60_000);
  await read();
  expect(shelf.put).toHaveBeenLastCalledWith({ version: 3 });
  expect(log.warn).toHaveBeenCalledOnce();
});
