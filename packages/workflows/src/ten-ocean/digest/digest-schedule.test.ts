import { describe, expect, it } from "vitest";
import { digestCron, spanDue } from "./digest-schedule.ts";

const building = { name: "", locale: "en-US", timeZone: "America/New_York" };

it("is kept by the building's clock, wherever that is", () => {
  expect(digestCron("weekly", building)).toBe("TZ=America/New_York 0 8 * * 1");
  expect(digestCron("daily", { ...building, timeZone: "Europe/Berlin" })).toBe("TZ=Europe/Berlin 0 8 * * *");
});

describe.each([
  [
    "on time",
    "weekly",
    "2026-11-09T08:00:00-05:00",
    "2026-11-02T08:00:00-05:00",
    "2026-11-09T08:00:00-05:00",
  ],
  ["late", "weekly", "2026-11-11T17:03:09-05:00", "2026-11-02T08:00:00-05:00", "2026-11-09T08:00:00-05:00"],
  [
    "too early",
    "weekly",
    "2026-11-09T07:59:59-05:00",
    "2026-10-26T08:00:00-04:00",
    "2026-11-02T08:00:00-05:00",
  ],
  [
    "on a Sunday",
    "weekly",
    "2026-11-15T23:00:00-05:00",
    "2026-11-02T08:00:00-05:00",
    "2026-11-09T08:00:00-05:00",
  ],
  [
    "as winter begins",
    "weekly",
    "2026-11-02T08:00:00-05:00",
    "2026-10-26T08:00:00-04:00",
    "2026-11-02T08:00:00-05:00",
  ],
  [
    "as summer begins",
    "weekly",
    "2027-03-15T08:00:00-04:00",
    "2027-03-08T08:00:00-05:00",
    "2027-03-15T08:00:00-04:00",
  ],
  [
    "as winter begins",
    "daily",
    "2026-11-01T08:00:00-05:00",
    "2026-10-31T08:00:00-04:00",
    "2026-11-01T08:00:00-05:00",
  ],
  [
    "as summer begins",
    "daily",
    "2027-03-14T08:00:00-04:00",
    "2027-03-13T08:00:00-05:00",
    "2027-03-14T08:00:00-04:00",
  ],
  [
    "before eight",
    "daily",
    "2027-03-14T03:30:00-04:00",
    "2027-03-12T08:00:00-05:00",
    "2027-03-13T08:00:00-05:00",
  ],
] as const)("fired %s, the %s digest", (_when, period, at, since, until) => {
  it(`at ${at} is of the span up to ${until}`, () => {
    expect(spanDue(period, new Date(at), building)).toEqual({
      period,
      since: new Date(since).toISOString(),
      until: new Date(until).toISOString(),
    });
  });
});
