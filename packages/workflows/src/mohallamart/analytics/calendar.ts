import type { Span } from "@org/stores/mohallamart/port";

const dayFormat = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Kolkata", dateStyle: "short" });
const oneDay = 24 * 3_600_000;

/** The day that it is in India at a time, as `2026-11-01`. */
export function indiaDay(at: Date): string {
  return dayFormat.format(at);
}

/** The day before or after, as many as `days` says. */
export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * oneDay).toISOString().slice(0, 10);
}

/** From the beginning of India's day `first` to the end of `last`, which is the same unless given. */
export function spanOfDays(first: string, last = first): Span {
  const beginningOf = (day: string) => new Date(`${day}T00:00:00+05:30`).toISOString();
  return { from: beginningOf(first), to: beginningOf(daysFrom(last, 1)) };
}
