import { expect, it } from "vitest";
import { emptyHistogram, percentile, placeOf } from "./histogram.ts";

function histogramOf(durations: readonly number[]): number[] {
  const histogram = emptyHistogram();
  for (const duration of durations) histogram[placeOf(duration)] = (histogram[placeOf(duration)] ?? 0) + 1;
  return histogram;
}

it.each([0.5, 0.99])("tells within a fifth what %f of the durations do not exceed", (share) => {
  const durations = Array.from({ length: 1_000 }, (_, index) => 7 * (index + 1));
  const exact = durations[Math.ceil(share * durations.length) - 1] ?? 0;
  const told = percentile(histogramOf(durations), share) ?? 0;
  expect(Math.abs(told - exact) / exact).toBeLessThan(0.2);
});

it("tells nothing of no durations", () => {
  expect(percentile(emptyHistogram(), 0.5)).toBeUndefined();
});

it("counts what is shorter than a millisecond, and what is longer than any run", () => {
  expect(percentile(histogramOf([0]), 1)).toBe(1);
  expect(placeOf(Number.MAX_SAFE_INTEGER)).toBe(emptyHistogram().length - 1);
  expect(placeOf(-5)).toBe(0);
});

it("is the same whoever counted: histograms are added", () => {
  const [one, other] = [histogramOf([1, 20, 300]), histogramOf([4_000, 50_000])];
  const sum = one.map((count, place) => count + (other[place] ?? 0));
  expect(sum).toEqual(histogramOf([1, 20, 300, 4_000, 50_000]));
});
