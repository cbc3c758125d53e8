import { describe, expect, it } from "vitest";
import { allowedChannels, waitsUntil } from "./consent.ts";

const channels = { email: true, sms: true, push: false };

it("what is promotional takes the channels that were allowed, and none without a choice", () => {
  expect(allowedChannels("promotional", { channels })).toEqual(channels);
  expect(allowedChannels("promotional", undefined)).toEqual({ email: false, sms: false, push: false });
  expect(allowedChannels("transactional", undefined)).toEqual({ email: true, sms: true, push: true });
});

describe("a promotional message", () => {
  const wake = (
    clock: string,
    over: ("email" | "sms" | "push")[],
    preferences: Parameters<typeof waitsUntil>[1]["preferences"] | "unchosen" = { channels },
  ) =>
    waitsUntil("promotional", {
      at: new Date(`2026-11-02T${clock}+05:30`),
      preferences: preferences === "unchosen" ? undefined : preferences,
      channels: over,
      timeZone: "Asia/Kolkata",
    })?.toISOString();
  const at = (clock: string, day = 2) => new Date(`2026-11-0${day}T${clock}:00+05:30`).toISOString();

  it.each([
    ["09:59:59", at("10:00")],
    ["10:00:00", undefined],
    ["20:29:59", undefined],
    ["20:30:00", at("10:00", 3)],
    ["03:00:00", at("10:00")],
  ])("as a text at %s in India waits until %s", (clock, until) => {
    expect(wake(clock, ["sms", "email"])).toBe(until);
  });

  it("waits for no day where it is no text, or none that the user allows", () => {
    expect(wake("03:00:00", ["push", "email"])).toBeUndefined();
    expect(wake("03:00:00", ["sms"], { channels: { ...channels, sms: false } })).toBeUndefined();
    expect(wake("03:00:00", ["sms"], "unchosen")).toBeUndefined();
  });

  it("waits for the user's quiet hours, and for both one after the other", () => {
    const quietHours = { from: "09:00", to: "12:30" };
    expect(wake("09:30:00", ["email"], { channels, quietHours })).toBe(at("12:30"));
    expect(wake("05:00:00", ["sms"], { channels, quietHours })).toBe(at("12:30"));
    const late = { from: "18:00", to: "21:00" };
    expect(wake("19:00:00", ["sms"], { channels, quietHours: late })).toBe(at("10:00", 3));
  });
});

it("what is transactional waits for nothing", () => {
  const quietHours = { from: "00:00", to: "23:30" };
  expect(
    waitsUntil("transactional", {
      at: new Date("2026-11-02T03:00:00+05:30"),
      preferences: { channels, quietHours },
      channels: ["sms"],
      timeZone: "Asia/Kolkata",
    }),
  ).toBeUndefined();
});
