import { expect, it } from "vitest";
import { dayAt, daysFrom, spanOfDays } from "./calendar.ts";

it("knows which day it is where the marketplace is", () => {
  const evening = new Date("2026-11-01T18:29:59Z");
  expect(dayAt(evening, "Asia/Kolkata")).toBe("2026-11-01");
  expect(dayAt(new Date(evening.getTime() + 1_000), "Asia/Kolkata")).toBe("2026-11-02");
  expect(dayAt(evening, "America/New_York")).toBe("2026-11-01");
});

it("counts days over the ends of months", () => {
  expect(daysFrom("2026-03-01", -1)).toBe("2026-02-28");
  expect(daysFrom("2026-12-31", 1)).toBe("2027-01-01");
});

it.each([
  ["Asia/Kolkata", "2026-11-01", "2026-10-31T18:30:00.000Z", "2026-11-01T18:30:00.000Z"],
  ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
  ["America/New_York", "2026-11-01", "2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
])(
  "begins and ends a day in %s at its midnights, also when the clocks change",
  (timeZone, first, from, to) => {
    expect(spanOfDays({ first, timeZone })).toEqual({ from, to });
  },
);

it("spans several days", () => {
  expect(spanOfDays({ first: "2026-10-25", last: "2026-10-31", timeZone: "Asia/Kolkata" })).toEqual({
    from: "2026-10-24T18:30:00.000Z",
    to: "2026-10-31T18:30:00.000Z",
  });
});
