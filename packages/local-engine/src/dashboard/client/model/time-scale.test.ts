import { describe, expect, it } from "vitest";
import { createTicks, createTimeScale, mergeIntervals } from "./time-scale.ts";

const day = 86_400_000;

describe("createTimeScale", () => {
  it("is even without compression", () => {
    const scale = createTimeScale({ start: 100, end: 200 }, [{ start: 100, end: 110 }], false);
    expect([100, 125, 200].map(scale.positionOf)).toEqual([0, 0.25, 1]);
    expect(scale.compressed).toEqual([]);
  });

  it("keeps a step of milliseconds visible beside a sleep of days", () => {
    const range = { start: 0, end: 7 * day + 20 };
    const busy = [
      { start: 0, end: 10 },
      { start: 7 * day + 10, end: 7 * day + 20 },
    ];
    const scale = createTimeScale(range, busy, true);
    expect(scale.compressed).toEqual([{ start: 10, end: 7 * day + 10 }]);
    expect(scale.positionOf(10)).toBeCloseTo(0.4);
    expect(scale.positionOf(7 * day + 10)).toBeCloseTo(0.6);
  });

  it("leaves most of the line to work, however many waits there are", () => {
    const busy = Array.from({ length: 20 }, (_, place) => ({ start: place * day, end: place * day + 5 }));
    const scale = createTimeScale({ start: 0, end: 20 * day }, busy, true);
    const worked = busy.reduce(
      (sum, { start, end }) => sum + scale.positionOf(end) - scale.positionOf(start),
      0,
    );
    expect(scale.compressed).toHaveLength(20);
    expect(worked).toBeCloseTo(0.5);
  });

  it("does not compress a run in which nothing was computed", () => {
    expect(createTimeScale({ start: 0, end: day }, [], true).compressed).toEqual([]);
  });

  it("finds the time of a position again, and stays on the line outside the range", () => {
    const scale = createTimeScale({ start: 0, end: day }, [{ start: 0, end: 100 }], true);
    for (const time of [0, 50, 100, day / 2, day]) {
      expect(scale.timeAt(scale.positionOf(time))).toBeCloseTo(time, 3);
    }
    expect([scale.positionOf(-5), scale.positionOf(2 * day)]).toEqual([0, 1]);
  });
});

it("merges intervals that touch and cuts them at the range", () => {
  const intervals = [
    { start: 50, end: 60 },
    { start: -10, end: 20 },
    { start: 15, end: 30 },
    { start: 95, end: 200 },
    { start: 300, end: 400 },
  ];
  expect(mergeIntervals(intervals, { start: 0, end: 100 })).toEqual([
    { start: 0, end: 30 },
    { start: 50, end: 60 },
    { start: 95, end: 100 },
  ]);
});

describe("createTicks", () => {
  it("labels the time since the start", () => {
    const scale = createTimeScale({ start: 1_000, end: 1_400 }, [], false);
    expect(createTicks(scale, 1_000, 5).map(({ text }) => text)).toEqual([
      "0 ms",
      "100 ms",
      "200 ms",
      "300 ms",
      "400 ms",
    ]);
  });

  it("labels the distance from the tick before where the start is too far away to tell them apart", () => {
    const scale = createTimeScale({ start: 0, end: day + 100 }, [{ start: day, end: day + 100 }], true);
    expect(createTicks(scale, 0, 3).map(({ text }) => text)).toEqual(["0 ms", "1 d", "+63 ms"]);
  });
});
