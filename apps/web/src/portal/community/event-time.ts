import { buildingTimeZone } from "@org/commands/ten-ocean/building-time";

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-US", { ...options, timeZone: buildingTimeZone });

const month = format({ month: "long", year: "numeric" });
const day = format({ weekday: "long", month: "long", day: "numeric" });
const dayOfYear = format({ weekday: "long", month: "long", day: "numeric", year: "numeric" });
const clock = format({ hour: "numeric", minute: "2-digit" });

/** The month in the building of an ISO 8601 time: `November 2026`. */
export function formatMonth(iso: string): string {
  return month.format(new Date(iso));
}

/** When an event takes place, by the building's clock: `Friday, November 20, 6:00 PM to 9:00 PM`. */
export function formatWhen({ startsAt, endsAt }: { startsAt: string; endsAt?: string }): string {
  const [start, end] = [new Date(startsAt), endsAt === undefined ? undefined : new Date(endsAt)];
  const from = `${day.format(start)}, ${clock.format(start)}`;
  if (!end) return from;
  const isSameDay = dayOfYear.format(start) === dayOfYear.format(end);
  return `${from} to ${isSameDay ? "" : `${day.format(end)}, `}${clock.format(end)}`;
}
