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

const state = (version: string, settled = false): Watched => ({ version, settled });

it("sends each version once, and ends when nothing more will change", async () => {
  const load = loads(state("a"), state("a"), state("b"), state("c", true));
  const texts = readAll(watch({ load, signal: new AbortController().signal }));
  await vi.runAllTimersAsync();
  expect(await texts).toEqual(["retry: 2000", "data: a", ":", "data: b", "data: c", "event: settled\ndata:"]);
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
  expect((await texts).at(-1)).toBe(":");
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
