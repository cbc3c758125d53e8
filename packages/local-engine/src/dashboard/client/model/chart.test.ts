import { expect, it } from "vitest";
import { barsOf, linePath, niceCeiling } from "./chart.ts";

const frame = { width: 100, height: 50 };

it.each([
  [0, 1],
  [0.3, 0.5],
  [7, 10],
  [12, 20],
  [450, 500],
  [1_000, 1_000],
])("rounds %d up to %d", (value, ceiling) => {
  expect(niceCeiling(value)).toBeCloseTo(ceiling);
});

it("draws a line that breaks where there is nothing, and a dash for a value alone", () => {
  expect(linePath([10, 5, undefined, 10], 10, frame)).toBe("M12.5 0L37.5 25M79.17 0H95.83");
  expect(linePath([undefined], 10, frame)).toBe("");
});

it("draws bars from the ground, and a small value so that it is seen", () => {
  expect(barsOf([10, 0, 0.001, 20], 10, frame)).toEqual([
    { x: 2.5, y: 0, width: 20, height: 50 },
    { x: 52.5, y: 48.5, width: 20, height: 1.5 },
    { x: 77.5, y: 0, width: 20, height: 50 },
  ]);
});
