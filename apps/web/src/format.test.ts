import { expect, it } from "vitest";
import { formatAge, formatDateTime, formatDay, formatMoment, formatTime } from "./format.ts";

it("times are those of India, wherever the server stands", () => {
  expect(formatTime("2026-11-21T20:00:05.000Z", "second")).toMatch(/^1:30:05\sam$/);
  expect(formatTime("2026-11-21T20:00:05.000Z", "minute")).toMatch(/^1:30\sam$/);
  expect(formatDay("2026-11-21T20:00:05.000Z")).toBe("22 November");
  expect(formatDateTime("2026-11-21T20:00:05.000Z")).toMatch(/22 November 2026/);
  expect(formatMoment("2026-11-21T20:00:05.000Z")).toMatch(/^22 Nov 2026, 1:30:05\sam$/);
});

it.each([
  [0, "0 seconds"],
  [1_000, "1 second"],
  [119_000, "119 seconds"],
  [120_000, "2 minutes"],
  [7_200_000, "2 hours"],
  [172_800_000, "2 days"],
])("%i ms have lasted %s", (milliseconds, text) => {
  expect(formatAge(milliseconds)).toBe(text);
});
