import { expect, it } from "vitest";
import { brandOf } from "../brand.ts";
import { calendarUrl, formatSpan } from "./event-words.ts";

const start = "2026-11-20T23:00:00.000Z";

it.each([
  [undefined, "Friday, November 20 at 6:00 PM"],
  ["2026-11-21T02:00:00.000Z", "Friday, November 20 at 6:00 PM to 9:00 PM"],
  ["2026-11-21T07:30:00.000Z", "Friday, November 20 at 6:00 PM to Saturday, November 21 at 2:30 AM"],
])("a span until %s is read by the building's clock", (endsAt, words) => {
  expect(formatSpan(start, endsAt, brandOf())).toBe(words);
});

it("the calendar's file lies below the event's page", () => {
  expect(calendarUrl("https://portal.test", "evt_1")).toBe(
    "https://portal.test/ten-ocean/events/evt_1/calendar.ics",
  );
});
