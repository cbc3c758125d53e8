import { describe, expect, it } from "vitest";
import { quietUntil } from "./quiet-hours.ts";

const timeZone = "America/New_York";
const night = { from: "22:00", to: "07:00" };
const until = (at: string, quietHours = night, zone = timeZone) =>
  quietUntil(new Date(at), quietHours, zone)?.toISOString();

describe("quiet hours", () => {
  it("hold from their first minute until their last, over midnight, and end when they say", () => {
    expect(until("2026-11-20T02:59:59.999Z")).toBeUndefined();
    expect(until("2026-11-20T03:00:00.000Z")).toBe("2026-11-20T12:00:00.000Z");
    expect(until("2026-11-20T05:00:00.000Z")).toBe("2026-11-20T12:00:00.000Z");
    expect(until("2026-11-20T11:59:59.999Z")).toBe("2026-11-20T12:00:00.000Z");
    expect(until("2026-11-20T12:00:00.000Z")).toBeUndefined();
  });

  it("may lie within a day", () => {
    const noon = { from: "12:00", to: "14:30" };
    expect(until("2026-11-20T16:59:00.000Z", noon)).toBeUndefined();
    expect(until("2026-11-20T17:00:00.000Z", noon)).toBe("2026-11-20T19:30:00.000Z");
    expect(until("2026-11-20T19:30:00.000Z", noon)).toBeUndefined();
  });

  it("are none where none were chosen", () => {
    expect(quietUntil(new Date("2026-11-20T05:00:00.000Z"), undefined, timeZone)).toBeUndefined();
  });

  it("end by the clock on the wall when the night is an hour shorter, and when it is one longer", () => {
    expect(until("2027-03-14T03:00:00.000Z")).toBe("2027-03-14T11:00:00.000Z");
    expect(until("2026-11-01T02:00:00.000Z")).toBe("2026-11-01T12:00:00.000Z");
  });

  it("end with the hour that is skipped when they would end in it", () => {
    expect(until("2027-03-14T05:00:00.000Z", { from: "22:00", to: "02:30" })).toBe(
      "2027-03-14T07:00:00.000Z",
    );
  });

  it("hold again in an hour that comes twice", () => {
    const untilHalfPastOne = { from: "22:00", to: "01:30" };
    expect(until("2026-11-01T05:00:00.000Z", untilHalfPastOne)).toBe("2026-11-01T05:30:00.000Z");
    expect(until("2026-11-01T06:10:00.000Z", untilHalfPastOne)).toBe("2026-11-01T06:30:00.000Z");
  });

  it("are reckoned with where clocks stand a quarter of an hour aside", () => {
    expect(until("2026-11-20T17:00:00.000Z", night, "Asia/Kathmandu")).toBe("2026-11-21T01:15:00.000Z");
  });
});
