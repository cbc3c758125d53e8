import { describe, expect, it } from "vitest";
import { createRandom } from "../test/random.ts";
import { parseDuration, resolveTime } from "./durations.ts";
import { checkExpression, keyOf, matches, numberOf } from "./expressions.ts";
import { createOrderedQueue } from "./ordered-queue.ts";
import { nextAttemptAt } from "./retry.ts";

describe("durations", () => {
  it.each([
    ["7d", 604_800_000],
    ["1h30m", 5_400_000],
    ["1w2d3h4m5s", 788_645_000],
    ["500ms", 500],
    ["1.5h", 5_400_000],
    ["", 0],
    [250, 250],
  ])("reads %j", (text, expected) => expect(parseDuration(text)).toBe(expected));

  it.each(["soon", "5 apples", "-1d", -1, Number.NaN])("refuses %j", (text) => {
    expect(() => parseDuration(text)).toThrow(RangeError);
  });

  it("takes dates as they are", () =>
    expect(resolveTime("2026-11-01T00:00:00.000Z", 5)).toBe(Date.parse("2026-11-01")));
});

describe("expressions", () => {
  const event = {
    name: "order",
    data: { id: "o1", total: 600.5, count: 3, tags: ["a", "b"], address: { city: "Pune" }, gone: null },
  };

  it.each([
    ["event.data.id == async.data.id", true],
    ["event.data.total > 500", true],
    ["event.data.count == 3", true],
    ["event.data.count + 1 == 4", true],
    ["event.data.total * 2 > 1200", true],
    ["event.data.address.city == 'Pune' && event.name.startsWith('ord')", true],
    ["'b' in event.data.tags", true],
    ["event.data.missing == 'x'", false],
    ["event.data.missing != 'x'", true],
    ["event.data.gone != 'x'", true],
    ["event.data.missing.deeper == null", true],
    ["event.data.missing == 'x' || event.data.id == 'o1'", true],
    ["has(event.data.missing)", false],
    ["has(event.data.id) && event.data.id != ''", true],
    ["event.data.id > 5", false],
    ["event.data.id", false],
  ])("%s is %s", (source, expected) =>
    expect(matches(source, { event, async: { data: { id: "o1" } } })).toBe(expected),
  );

  it("gives keys as text and priorities as numbers", () => {
    expect(keyOf("event.data.id + '-' + event.data.address.city", { event })).toBe("o1-Pune");
    expect(keyOf("event.data.count", { event })).toBe("3");
    expect(keyOf("event.data.missing", { event })).toBe("null");
    expect(numberOf("event.data.count == 3 ? 120 : 0", { event })).toBe(120);
    expect(numberOf("event.data.id", { event })).toBe(0);
  });

  it("says where an unreadable one is wrong", () => expect(() => checkExpression("event.data ==")).toThrow());
});

describe("retries", () => {
  it("grow, and honour what was asked for", () => {
    const waits = [0, 1, 2, 3, 4, 30].map((attempt) => nextAttemptAt(attempt, 0) / 1_000);
    expect(waits).toEqual([15, 30, 60, 120, 300, 7_200]);
    expect(nextAttemptAt(0, 1_000, "5")).toBe(6_000);
    expect(nextAttemptAt(0, 0, "1970-01-01T00:01:00.000Z")).toBe(60_000);
    expect(nextAttemptAt(0, 0, undefined, 250)).toBe(250);
    expect(nextAttemptAt(0, 0, "nonsense")).toBe(15_000);
  });

  it("come at a whole second when a time was asked for, and never at once", () => {
    const waits = Array.from({ length: 1_000 }, (_none, now) => nextAttemptAt(0, now, "1") - now);
    expect([Math.min(...waits), Math.max(...waits)]).toEqual([100, 1_000]);
    expect([400, 520, 570].map((now) => nextAttemptAt(0, now, "1") - now)).toEqual([600, 480, 430]);
    expect(nextAttemptAt(0, 999, "15")).toBe(15_000);
    expect(nextAttemptAt(0, 0, "1970-01-01T00:01:00.900Z")).toBe(60_000);
    expect(nextAttemptAt(0, 5_000, "1970-01-01T00:00:01.000Z")).toBe(5_100);
  });
});

describe("ordered queue", () => {
  it("takes in order, first in first out among equals, through any mix of changes", () => {
    const random = createRandom(3);
    const queue = createOrderedQueue<number>();
    const expected = new Map<string, { order: number; inserted: number }>();
    for (let step = 0; step < 2_000; step++) {
      const id = `id-${Math.floor(random() * 60)}`;
      if (random() < 0.6) {
        const order = Math.floor(random() * 20);
        queue.set({ id, order, payload: step });
        expected.set(id, { order, inserted: step });
      } else if (random() < 0.5) {
        queue.remove(id);
        expected.delete(id);
      } else {
        const [first] = [...expected].sort(([, a], [, b]) => a.order - b.order || a.inserted - b.inserted);
        expect(queue.first()).toBe(first?.[1].order);
        expect(queue.take()?.id).toBe(first?.[0]);
        if (first) expected.delete(first[0]);
      }
      expect(queue.size).toBe(expected.size);
    }
  });

  it("takes nothing beyond the limit", () => {
    const queue = createOrderedQueue<string>();
    queue.set({ id: "a", order: 5, payload: "a" });
    expect(queue.take(4)).toBeUndefined();
    expect(queue.take(5)?.payload).toBe("a");
  });
});
