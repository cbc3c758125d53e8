import { buildingTimeZone as timeZone } from "@org/commands/ten-ocean/building-time";

const dayFormat = new Intl.DateTimeFormat("en-US", {
  timeZone,
  weekday: "short",
  month: "short",
  day: "numeric",
});
const dayTimeFormat = new Intl.DateTimeFormat("en-US", {
  timeZone,
  weekday: "short",
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
});

/** The day in the building of an ISO 8601 time: `Thu, Nov 5`. */
export function formatDay(iso: string): string {
  return dayFormat.format(new Date(iso));
}

/** The same with the time of day: `Thu, Nov 5, 5:30 PM`. */
export function formatDayTime(iso: string): string {
  return dayTimeFormat.format(new Date(iso));
}
