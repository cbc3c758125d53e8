import { TZDate } from "@date-fns/tz";
import type { Span } from "@org/stores/mohallamart/port";

const oneDay = 24 * 3_600_000;

/** The day that it is in a time zone at a time, as `2026-11-01`. */
export function dayAt(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
}

/** The day before or after, as many as `days` says. */
export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * oneDay).toISOString().slice(0, 10);
}

/** From the beginning of the time zone's day `first` to the end of `last`, which is the same unless given. */
export function spanOfDays({ first, last = first, timeZone }: Days): Span {
  return { from: beginningOf(first, timeZone), to: beginningOf(daysFrom(last, 1), timeZone) };
}

interface Days {
  first: string;
  last?: string;
  timeZone: string;
}

function beginningOf(day: string, timeZone: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date, timeZone).getTime()).toISOString();
}
