import { expect, it } from "vitest";
import { formatDay, formatDayTime } from "./building-time.ts";

it.each([
  ["2026-11-05T22:30:00.000Z", "Thu, Nov 5", "Thu, Nov 5, 5:30 PM"],
  ["2026-07-01T02:00:00.000Z", "Tue, Jun 30", "Tue, Jun 30, 10:00 PM"],
])("%s is %s in the building", (iso, day, dayTime) => {
  expect(formatDay(iso)).toBe(day);
  // Between the time and its half of the day stands a narrow space.
  expect(formatDayTime(iso).replace(/\s/g, " ")).toBe(dayTime);
});
