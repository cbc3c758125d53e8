import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { versionOf, type Watched, watch } from "./watch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const texts: string[] = [];
  for await (const chunk of stream) texts.push(new TextDecoder().decode(chunk).trim());
  return texts;
}

function loads(...states: (Watched | undefined)[]) {
  return vi.fn(async () => states.shift());
}

const alive = "event: alive\ndata:";
const state = (version: string, settled = false): Watched => ({ version, settled });

it("sends each version once, and ends when nothing more will change", async () => {
  const load = loads(state("a"), state("a"), state("b"), state("c", true));
  const texts = readAll(watch({ load, signal: new AbortController().signal }));
  await vi.runAllTimersAsync();
  expect(await texts).toEqual([
    "retry: 2000",
    "data: a",
    alive,
    "data: b",
    "data: c",
    "event: settled\ndata:",
  ]);
  expect(load).toHaveBeenCalledTimes(4);
});

it("looks at its subject once a second", async () => {
  const load = vi.fn(async () => state("a"));
  const controller = new AbortController();
  const texts = readAll(watch({ load, signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(5_500);
  expect(load).toHaveBeenCalledTimes(6);
  controller.abort();
  await vi.runAllTimersAsync();
  await texts;
  expect(load).toHaveBeenCalledTimes(6);
  expect(vi.getTimerCount()).toBe(0);
});

it("ends after its lifetime, so that no connection stays for ever", async () => {
  const load = vi.fn(async () => state("a"));
  const texts = readAll(watch({ load, signal: new AbortController().signal, lifetime: 10_000 }));
  await vi.runAllTimersAsync();
  expect((await texts).at(-1)).toBe(alive);
  expect(load).toHaveBeenCalledTimes(10);
});

it("ends without `settled` when the subject cannot be read", async () => {
  const failure = new Error("no database");
  const onError = vi.fn();
  const load = vi
    .fn<() => Promise<Watched>>()
    .mockResolvedValueOnce(state("a"))
    .mockRejectedValueOnce(failure);
  const texts = readAll(watch({ load, signal: new AbortController().signal, onError }));
  await vi.runAllTimersAsync();
  expect(await texts).toEqual(["retry: 2000", "data: a"]);
  expect(onError).toHaveBeenCalledExactlyOnceWith(failure);
});

it("versions tell states apart", () => {
  expect(versionOf({ email: "sent" })).toBe(versionOf({ email: "sent" }));
  expect(versionOf({ email: "sent" })).not.toBe(versionOf({ email: "failed" }));
});

it("a change ends the pause, so that it is seen at once", async () => {
  const load = loads(state("a"), state("b", true));
  let resume = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      resume = resolve;
    });
  const texts = readAll(watch({ load, pause, signal: new AbortController().signal }));
  await vi.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(1);
  resume();
  expect(await texts).toEqual(["retry: 2000", "data: a", "data: b", "event: settled\ndata:"]);
});

it("ends, without another word, when the follower may no longer see it", async () => {
  const load = vi.fn(async () => state("a"));
  const isAllowed = vi
    .fn(async () => true)
    .mockResolvedValueOnce(true)
    .mockResolvedValueOnce(false);
  const onEnd = vi.fn();
  const signal = new AbortController().signal;
  const texts = readAll(watch({ load, isAllowed, recheck: 5_000, onEnd, signal }));
  await vi.runAllTimersAsync();
  expect((await texts).filter((text) => text !== alive)).toEqual(["retry: 2000", "data: a"]);
  expect(load).toHaveBeenCalledTimes(10);
  expect(onEnd).toHaveBeenCalledOnce();
});

it("gives up a browser that takes nothing, and its place with it", async () => {
  const load = vi.fn(async () => state("a"));
  const onEnd = vi.fn();
  const reader = watch({ load, onEnd, signal: new AbortController().signal }).getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(onEnd).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(onEnd).toHaveBeenCalledOnce();
  expect(load).toHaveBeenCalledTimes(1);
  await expect(reader.read().then(() => reader.read())).rejects.toThrow("Nobody takes");
  expect(vi.getTimerCount()).toBe(0);
});

it("ends when the browser leaves", async () => {
  const onEnd = vi.fn();
  const load = vi.fn(async () => state("a"));
  const stream = watch({ load, onEnd, signal: new AbortController().signal });
  const reader = stream.getReader();
  await reader.read();
  await reader.read();
  await reader.cancel();
  await vi.runAllTimersAsync();
  expect(onEnd).toHaveBeenCalledOnce();
  expect(load).toHaveBeenCalledOnce();
});

it("ends when the server stops", async () => {
  const onEnd = vi.fn();
  const stopping = new AbortController();
  const texts = readAll(watch({ load: async () => state("a"), onEnd, signal: stopping.signal }));
  await vi.advanceTimersByTimeAsync(1_500);
  stopping.abort();
  expect(await texts).toEqual(["retry: 2000", "data: a", alive]);
  expect(onEnd).toHaveBeenCalledOnce();
});
