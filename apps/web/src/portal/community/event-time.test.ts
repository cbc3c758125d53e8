import { expect, it } from "vitest";
import { formatMonth, formatWhen } from "./event-time.ts";

const startsAt = "2026-12-01T04:30:00.000Z";

it("a month is the building's, also where it is another one in London already", () => {
  expect(formatMonth(startsAt)).toBe("November 2026");
});

it.each([
  [undefined, "Monday, November 30, 11:30 PM"],
  ["2026-12-01T04:45:00.000Z", "Monday, November 30, 11:30 PM to 11:45 PM"],
  ["2026-12-01T06:00:00.000Z", "Monday, November 30, 11:30 PM to Tuesday, December 1, 1:00 AM"],
])("until %s it says when", (endsAt, words) => {
  expect(formatWhen({ startsAt, ...(endsAt !== undefined && { endsAt }) })).toBe(words);
});
