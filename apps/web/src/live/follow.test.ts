import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askEvery, follow, longestSilence } from "./follow.ts";

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
  say(data: string) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

function following(visibilityState: DocumentVisibilityState = "visible") {
  const sources: Source[] = [];
  const onVersion = vi.fn();
  const onUnknown = vi.fn();
  const document = Object.assign(new EventTarget(), { visibilityState });
  const window = new EventTarget();
  const open = () => {
    const source = new Source();
    sources.push(source);
    return source;
  };
  const end = follow({ open, onVersion, onUnknown, surroundings: { document, window } });
  function look(state: DocumentVisibilityState) {
    document.visibilityState = state;
    document.dispatchEvent(new Event("visibilitychange"));
  }
  return { sources, onVersion, onUnknown, window, look, end };
}

it("hears of versions until the subject is settled", async () => {
  const { sources, onVersion, onUnknown, look } = following();
  sources[0]?.say("a");
  expect(onVersion).toHaveBeenCalledExactlyOnceWith("a");
  sources[0]?.dispatchEvent(new Event("settled"));
  expect(sources[0]?.close).toHaveBeenCalledOnce();
  look("visible");
  await vi.advanceTimersByTimeAsync(10 * askEvery);
  expect(onUnknown).not.toHaveBeenCalled();
  expect(sources).toHaveLength(1);
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
  sources[2]?.say("b");
  expect(onVersion).toHaveBeenCalledExactlyOnceWith("b");
  for (let n = 0; n < 100; n += 1) {
    await vi.advanceTimersByTimeAsync(2_000);
    sources[2]?.dispatchEvent(new Event("alive"));
  }
  expect(sources).toHaveLength(3);
  expect(onUnknown).toHaveBeenCalledTimes(2);
});

it("leaves it to the browser to come back after a broken connection, for a while", async () => {
  const { sources, onUnknown } = following();
  sources[0]?.dispatchEvent(new Event("error"));
  await vi.advanceTimersByTimeAsync(askEvery - 1);
  expect(sources).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect([sources.length, onUnknown.mock.calls.length]).toEqual([2, 1]);
});

it("asks when a stream that has spoken says nothing any more, as after a sleep or behind a proxy that holds it back", async () => {
  const { sources, onUnknown } = following();
  sources[0]?.say("a");
  await vi.advanceTimersByTimeAsync(longestSilence);
  expect(onUnknown).toHaveBeenCalledOnce();
  expect(sources[0]?.close).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(askEvery);
  expect(onUnknown).toHaveBeenCalledTimes(2);
  expect(sources).toHaveLength(3);
});

it("holds no stream while nobody looks, and follows again at once when somebody does", async () => {
  const { sources, onVersion, look } = following();
  look("hidden");
  expect(sources[0]?.close).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(10 * askEvery);
  expect(sources).toHaveLength(1);
  look("visible");
  sources[1]?.say("later");
  expect(onVersion).toHaveBeenCalledExactlyOnceWith("later");
});

it.each([new Event("online"), Object.assign(new Event("pageshow"), { persisted: true })])(
  "follows anew when the window says $type",
  (event) => {
    const { sources, window } = following();
    window.dispatchEvent(event);
    expect(sources[0]?.close).toHaveBeenCalledOnce();
    expect(sources).toHaveLength(2);
  },
);

it("begins when a page that was opened behind another is looked at", () => {
  const { sources, look } = following("hidden");
  expect(sources).toHaveLength(0);
  look("visible");
  expect(sources).toHaveLength(1);
});

it("asks no more once the page is left", async () => {
  const { sources, onUnknown, look, end } = following();
  sources[0]?.refuse();
  end();
  look("visible");
  await vi.advanceTimersByTimeAsync(10 * askEvery);
  expect(onUnknown).not.toHaveBeenCalled();
  expect(sources).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
