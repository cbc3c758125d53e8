import { expect, it } from "vitest";
import { fromBuildingTime, toBuildingTime } from "./building-time.ts";

it.each([
  ["2026-11-20T18:00", "2026-11-20T23:00:00.000Z"],
  ["2026-07-20T18:00", "2026-07-20T22:00:00.000Z"],
  ["2026-07-20T18:00:00", "2026-07-20T22:00:00.000Z"],
  // The night in which summer time begins, on both sides of the hour that is skipped.
  ["2027-03-14T01:59", "2027-03-14T06:59:00.000Z"],
  ["2027-03-14T03:00", "2027-03-14T07:00:00.000Z"],
  // The clock shows 1:30 twice; the first of the two is meant.
  ["2026-11-01T01:30", "2026-11-01T05:30:00.000Z"],
  ["2026-11-01T02:00", "2026-11-01T07:00:00.000Z"],
])("%s in the building is %s", (text, iso) => {
  expect(fromBuildingTime(text)).toBe(iso);
  expect(toBuildingTime(iso)).toBe(text.slice(0, 16));
});

it.each([
  "2027-03-14T02:00",
  "2027-03-14T02:30",
  "2027-03-14T02:59",
  "2026-06-31T10:00",
  "2026-13-01T10:00",
  "2026-11-20T24:30",
  "2026-11-20",
  "20/11/2026 6pm",
  "",
])("there is no %s", (text) => {
  expect(fromBuildingTime(text)).toBeUndefined();
});
