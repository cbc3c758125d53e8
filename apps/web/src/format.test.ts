import { expect, test } from "vitest";
import { count, formatAge, formatDateTime, formatMoment, formatRupees, formatTime } from "./format.ts";

test.each([
  [0, "₹0"],
  [60, "₹60"],
  [19.9, "₹19.90"],
  [1250.5, "₹1,250.50"],
  [1234567, "₹12,34,567"],
])("%s rupees read %s", (amount, text) => {
  expect(formatRupees(amount)).toBe(text);
});

test("times are those of India, wherever the server stands", () => {
  expect(formatTime("2026-11-21T20:00:05.000Z")).toMatch(/^1:30:05\sam$/);
  expect(formatDateTime("2026-11-21T20:00:05.000Z")).toMatch(/22 November 2026/);
  expect(formatMoment("2026-11-21T20:00:05.000Z")).toMatch(/^22 Nov 2026, 1:30:05\sam$/);
});

test("counts name one thing and several", () => {
  expect([count(1, "item"), count(2, "item"), count(0, "shop")]).toEqual(["1 item", "2 items", "0 shops"]);
});

test.each([
  [0, "0 seconds"],
  [1_000, "1 second"],
  [119_000, "119 seconds"],
  [120_000, "2 minutes"],
  [7_200_000, "2 hours"],
  [172_800_000, "2 days"],
])("%i ms have lasted %s", (milliseconds, text) => {
  expect(formatAge(milliseconds)).toBe(text);
});
