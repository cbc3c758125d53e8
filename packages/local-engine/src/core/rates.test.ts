import { expect, it } from "vitest";
import { createMemoryStore } from "../store/memory-store.ts";
import { createCore } from "./core.ts";
import { admitByRate, nextPlace, rateOfLimit, rateOfThrottle, takePlace } from "./rates.ts";

function startAt(time = 0) {
  const clock = { now: time };
  return {
    clock,
    core: createCore({ store: createMemoryStore(), now: () => clock.now, maxConcurrentCalls: 1 }),
  };
}

/** How many of 30 events, and of 30 more 9 s later, come through a rate of which `capacity` may come at once. */
function admitted(capacity: number): number {
  const { clock, core } = startAt();
  const rate = { spacing: 6_000, capacity };
  let count = 0;
  for (const now of [0, 9_000]) {
    clock.now = now;
    for (let event = 0; event < 30; event++) {
      if (nextPlace(core, "rate-limit", "k", rate) > now) continue;
      takePlace(core, "rate-limit", "k", rate);
      count++;
    }
  }
  return count;
}

it("only a capacity of two admits the 3 events that the official server did, at 10 a 60 s", () => {
  expect([1, 2, 3, 10].map(admitted)).toEqual([2, 3, 4, 11]);
  expect(rateOfLimit({ limit: 10, period: 60_000 })).toEqual({ spacing: 6_000, capacity: 2 });
});

it.each([
  [1, 5_000, 1],
  [2, 3_600_000, 1],
  [9, 60_000, 1],
  [20, 60_000, 3],
  [100, 60_000, 11],
])("a rate limit of %d in %d ms admits %d at once", (limit, period, atOnce) => {
  const { core } = startAt();
  const admits = Array.from({ length: 200 }, () => admitByRate(core, "f", { limit, period }, { event: {} }));
  expect(admits.filter(Boolean)).toHaveLength(atOnce);
});

it.each([
  [{ limit: 48, period: 60_000, burst: 0 }, 48, 1_250],
  [{ limit: 2, period: 6_000, burst: 3 }, 5, 3_000],
  [{ limit: 7, period: 1_000, burst: 0 }, 7, 143],
])("a throttle %j starts %d at once and then one after %d ms", (throttle, atOnce, spacing) => {
  const { clock, core } = startAt(1_000_000);
  const rate = rateOfThrottle(throttle);
  const starts: number[] = [];
  for (let run = 0; run < atOnce + 2; run++) {
    clock.now = nextPlace(core, "throttle", "k", rate);
    takePlace(core, "throttle", "k", rate);
    starts.push(clock.now - 1_000_000);
  }
  expect(starts.slice(0, atOnce)).toEqual(Array(atOnce).fill(0));
  expect(starts.slice(atOnce)).toEqual([spacing, Math.ceil((2 * throttle.period) / throttle.limit)]);
});
