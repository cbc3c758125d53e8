import type { CommunityEvent } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { calendarFile } from "./calendar-file.ts";

const event: CommunityEvent = {
  eventId: "evt_31",
  title: "Roof party",
  description: "Bring a dish.",
  location: "The roof",
  startsAt: "2026-11-20T23:00:00.000Z",
  endsAt: "2026-11-21T02:00:00.000Z",
  createdBy: "admin_001",
  status: "scheduled",
  revision: 0,
  createdAt: "2026-11-01T10:00:00.000Z",
  updatedAt: "2026-11-02T10:00:00.000Z",
};

/** The file's lines, those that were folded put together again. */
const linesOf = (file: string) => file.replaceAll("\r\n ", "").split("\r\n");

it("is one event with a UID that stays, in UTC", () => {
  expect(linesOf(calendarFile(event))).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ten-ocean//tenant-portal//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    "UID:evt_31@ten-ocean",
    "SEQUENCE:0",
    "DTSTAMP:20261102T100000Z",
    "DTSTART:20261120T230000Z",
    "DTEND:20261121T020000Z",
    "SUMMARY:Roof party",
    "LOCATION:The roof",
    "DESCRIPTION:Bring a dish.",
    "STATUS:CONFIRMED",
    "CREATED:20261101T100000Z",
    "LAST-MODIFIED:20261102T100000Z",
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
});

it("a change raises its sequence; called off it says so, and an end that nobody knows is left out", () => {
  const lines = linesOf(calendarFile({ ...event, revision: 3, status: "cancelled", endsAt: undefined }));
  expect(lines).toEqual(expect.arrayContaining(["SEQUENCE:3", "STATUS:CANCELLED", "UID:evt_31@ten-ocean"]));
  expect(lines.filter((line) => line.startsWith("DTEND"))).toEqual([]);
});

it("what a title says stays text: separators are escaped, and no line of it becomes a line of the file", () => {
  const title = "Dinner; drinks, \\o/ <script>";
  const description = "One\nEND:VEVENT\r\nTwo";
  const lines = linesOf(calendarFile({ ...event, title, description }));
  expect(lines).toContain("SUMMARY:Dinner\\; drinks\\, \\\\o/ <script>");
  expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(1);
  expect(lines.find((line) => line.startsWith("DESCRIPTION:"))).toMatch(
    /^DESCRIPTION:One\\nEND:VEVENT.*Two$/,
  );
});

it("no line is longer than 75 bytes, and no emoji is cut", () => {
  const file = calendarFile({ ...event, title: "🎉".repeat(60), description: "é".repeat(4_000) });
  const lengths = file.split("\r\n").map((line) => Buffer.byteLength(line));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  expect(Buffer.from(file).toString()).toBe(file);
  expect(linesOf(file)).toContain(`SUMMARY:${"🎉".repeat(60)}`);
});
