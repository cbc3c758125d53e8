import { expect, it } from "vitest";
import { drawHistory } from "./draw-history.ts";
import { dayOf, isFault } from "./history.ts";

it("the same seed is the same history, another one is another", () => {
  expect(drawHistory({ seed: 7, days: 5 })).toEqual(drawHistory({ seed: 7, days: 5 }));
  expect(drawHistory({ seed: 8, days: 5 })).not.toEqual(drawHistory({ seed: 7, days: 5 }));
});

it("is in order of time, within its days, and leaves the nights to what is looked at then", () => {
  const { happenings } = drawHistory({ seed: 1, days: 30 });
  const times = happenings.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(Math.max(...happenings.map(dayOf))).toBeLessThan(30);
  expect(happenings.filter(({ at }) => at % 1440 < 360)).toEqual([]);
});

it("has thousands of orders in ninety days, every kind of act, and as many faults as are asked for", () => {
  const all = drawHistory({ seed: 1, days: 90 }).happenings;
  expect(all.filter(({ kind }) => kind === "order").length).toBeGreaterThan(2_000);
  expect(new Set(all.filter((each) => !isFault(each)).map(({ kind }) => kind)).size).toBeGreaterThan(30);
  const faults = new Set(all.filter(isFault).map((fault) => ("what" in fault ? fault.what : fault.kind)));
  expect(faults.size).toBeGreaterThanOrEqual(10);
  expect(drawHistory({ seed: 1, days: 90, faults: "none" }).happenings.filter(isFault)).toEqual([]);
});

it("faults change nothing of what people do", () => {
  const people = (faults: "none" | "all") =>
    drawHistory({ seed: 3, days: 4, faults }).happenings.filter((each) => !isFault(each));
  expect(people("all")).toEqual(people("none"));
});
