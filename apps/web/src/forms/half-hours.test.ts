import { expect, it } from "vitest";
import { halfHours } from "./half-hours.ts";

it("has every half hour once, as a tenant reads it", () => {
  expect(new Set(halfHours.map(({ value }) => value)).size).toBe(48);
  const labels = new Map(halfHours.map(({ value, label }) => [value, label.replace(/\s/gu, " ")]));
  expect(labels.get("00:00")).toBe("12:00 AM");
  expect(labels.get("07:30")).toBe("7:30 AM");
  expect(labels.get("22:00")).toBe("10:00 PM");
});
