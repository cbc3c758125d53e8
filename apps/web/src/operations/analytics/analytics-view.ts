import type { Bucket } from "@org/stores/mohallamart/port";
import * as z from "zod";

/** What the page shows, by what its address calls it: so many hours or days, the one that runs among them. */
export const analyticsSpans = {
  day: { bucket: "hour", buckets: 24, label: "A day, by hour" },
  week: { bucket: "day", buckets: 7, label: "A week, by day" },
  month: { bucket: "day", buckets: 30, label: "A month, by day" },
} as const satisfies Record<string, { bucket: Bucket; buckets: number; label: string }>;

export type AnalyticsSpanName = keyof typeof analyticsSpans;

const spanName = z.enum(["day", "week", "month"]).catch("week");

/** The span that an address asks for; a week where it asks for none that there is. */
export function readAnalyticsSpan(asked: string | string[] | null | undefined): AnalyticsSpanName {
  return spanName.parse([asked].flat()[0]);
}

const lengths: Record<Bucket, number> = { hour: 3_600_000, day: 86_400_000 };
/** India's time is ahead of UTC by this, the year round. */
const ahead = 5.5 * 3_600_000;

/** The whole hours or days of India's time that end with the one of now. @param now milliseconds since 1970 */
export function spanUntil(
  name: AnalyticsSpanName,
  now: number,
): { bucket: Bucket; from: string; to: string } {
  const { bucket, buckets } = analyticsSpans[name];
  const length = lengths[bucket];
  const current = Math.floor((now + ahead) / length) * length - ahead;
  const from = current - (buckets - 1) * length;
  return { bucket, from: new Date(from).toISOString(), to: new Date(current + length).toISOString() };
}

/** A time as India's clock shows it, with its zone: `2026-11-01T00:00+05:30`. */
export function inIndia(iso: string): string {
  return `${new Date(Date.parse(iso) + ahead).toISOString().slice(0, 16)}+05:30`;
}

/** The same as a date whose UTC fields are those of India's clock, for axes. */
export function shownInIndia(iso: string): Date {
  return new Date(Date.parse(iso) + ahead);
}

export function analyticsPath(span: AnalyticsSpanName) {
  return `/operations/analytics?span=${span}` as const;
}

export function analyticsCsvPath(span: AnalyticsSpanName, figure: string) {
  return `/operations/analytics/csv?${new URLSearchParams({ span, figure })}` as const;
}
