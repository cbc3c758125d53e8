import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askEvery, follow } from "./follow.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A browser's EventSource, as far as it is listened to. */
class Source extends EventTarget {
  readyState = 0;
  close = vi.fn(() => {
    this.readyState = 2;
  });
  refuse() {
    this.readyState = 2;
    this.dispatchEvent(new Event("error"));
  }
}

function following() {
  const sources: Source[] = [];
  const onVersion = vi.fn();
  const onUnknown = vi.fn();
  const open = () => {
    const source = new Source();
    sources.push(source);
    return source;
  };
  return { sources, onVersion, onUnknown, end: follow({ open, onVersion, onUnknown }) };
}

it("hears of versions until the subject is settled", () => {
  const { sources, onVersion, onUnknown } = following();
  sources[0]?.dispatchEvent(new MessageEvent("message", { data: "a" }));
  expect(onVersion).toHaveBeenCalledExactlyOnceWith("a");
  sources[0]?.dispatchEvent(new Event("settled"));
  expect(sources[0]?.close).toHaveBeenCalledOnce();
  expect(onUnknown).not.toHaveBeenCalled();
});

it("asks now and then while the server has no place, and follows again when it has one", async () => {
  const { sources, onVersion, onUnknown } = following();
  sources[0]?.refuse();
  expect(onUnknown).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(askEvery);
  expect(onUnknown).toHaveBeenCalledOnce();
  sources[1]?.refuse();
  await vi.advanceTimersByTimeAsync(askEvery);
  expect(onUnknown).toHaveBeenCalledTimes(2);
  sources[2]?.dispatchEvent(new MessageEvent("message", { data: "b" }));
  expect(onVersion).toHaveBeenCalledExactlyOnceWith("b");
  await vi.advanceTimersByTimeAsync(10 * askEvery);
  expect(sources).toHaveLength(3);
});

it("leaves it to the browser to come back after a broken connection", async () => {
  const { sources } = following();
  sources[0]?.dispatchEvent(new Event("error"));
  await vi.advanceTimersByTimeAsync(10 * askEvery);
  expect(sources).toHaveLength(1);
});

it("asks no more once the page is left", async () => {
  const { sources, onUnknown, end } = following();
  sources[0]?.refuse();
  end();
  await vi.advanceTimersByTimeAsync(10 * askEvery);
  expect(onUnknown).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
