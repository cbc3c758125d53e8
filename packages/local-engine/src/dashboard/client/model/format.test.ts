import { describe, expect, it } from "vitest";
import {
  countOf,
  formatBytes,
  formatCountdown,
  formatDuration,
  formatMoment,
  formatRate,
  formatRelative,
  formatShare,
  formatTime,
} from "./format.ts";

const second = 1_000;
const day = 86_400_000;

describe("formatDuration", () => {
  it.each([
    [-5, "0 ms"],
    [42.4, "42 ms"],
    [1_500, "1.5 s"],
    [59 * second, "59 s"],
    [59.7 * second, "1 m"],
    [125 * second, "2 m 5 s"],
    [2 * 3_600 * second, "2 h"],
    [7 * day + 3 * 3_600 * second + 20 * second, "7 d 3 h"],
    [7 * day + 59 * second, "7 d"],
  ])("writes %d ms as %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe("times", () => {
  const now = new Date(2026, 10, 1, 14, 3, 7, 120).getTime();

  it("names the largest unit of a distance, and its direction", () => {
    expect(formatRelative(now - 400, now)).toBe("now");
    expect(formatRelative(now - 75 * second, now)).toBe("1 m ago");
    expect(formatRelative(now + 3 * day, now)).toBe("in 3 d");
  });

  it("counts down in two units", () => {
    expect(formatCountdown(now + 7 * day - second, now)).toBe("in 6 d 23 h");
    expect(formatCountdown(now - 1, now)).toBe("now");
  });

  it("leaves out the date of today only", () => {
    expect(formatTime(now, now)).toBe("14:03:07.120");
    expect(formatTime(now, now + day)).toBe("2026-11-01 14:03:07.120");
  });
});

it("writes sizes and counts", () => {
  expect([312, 4_200, 1_300_000].map(formatBytes)).toEqual(["312 B", "4.2 KB", "1.3 MB"]);
  expect([countOf(1, "run"), countOf(0, "run"), countOf(10_000, "run")]).toEqual([
    "1 run",
    "0 runs",
    "10,000 runs",
  ]);
});

it("writes rates and shares with two figures", () => {
  expect([0, 0.0833, 1.5, 12, 1_234].map(formatRate)).toEqual(["0", "0.083", "1.5", "12", "1,234"]);
  expect([0, 0.004, 1 / 3, 1].map(formatShare)).toEqual(["0 %", "0.4 %", "33 %", "100 %"]);
});

it("writes a moment, with the date when it is another day", () => {
  const now = new Date(2026, 10, 1, 14, 3).getTime();
  expect([formatMoment(now, now), formatMoment(now + 30_000, now, true)]).toEqual(["14:03", "14:03:30"]);
  expect(formatMoment(now - 86_400_000, now)).toBe("2026-10-31 14:03");
});
