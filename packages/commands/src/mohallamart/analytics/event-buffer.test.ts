import type { EventToSend } from "@org/events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createEventBuffer } from "./event-buffer.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const event = (name: string): EventToSend => ({ name, v: "1", data: {} });

function recording(options: { maximum?: number } = {}) {
  const sent: string[][] = [];
  const buffer = createEventBuffer({
    send: async (events) => void sent.push(events.map(({ name }) => name)),
    ...options,
  });
  return { buffer, sent };
}

it("events of the same second go together, later ones on their own", async () => {
  const { buffer, sent } = recording();
  const added = [buffer.add([event("a")]), buffer.add([event("b"), event("c")])];
  await vi.advanceTimersByTimeAsync(999);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(added);
  const later = buffer.add([event("d")]);
  await vi.advanceTimersByTimeAsync(1_000);
  await later;
  expect(sent).toEqual([["a", "b", "c"], ["d"]]);
});

it("a full batch does not wait", async () => {
  const { buffer, sent } = recording({ maximum: 2 });
  await Promise.all([buffer.add([event("a")]), buffer.add([event("b")])]);
  expect(sent).toEqual([["a", "b"]]);
  expect(vi.getTimerCount()).toBe(0);
});

it("everyone whose events were not sent hears of it, and the next ones go out", async () => {
  let failing = true;
  const send = async () => {
    if (failing) throw new Error("the database is away");
  };
  const buffer = createEventBuffer({ send });
  const added = Promise.allSettled([buffer.add([event("a")]), buffer.add([event("b")])]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await added).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  failing = false;
  const next = buffer.add([event("c")]);
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(next).resolves.toBeUndefined();
});
