import { TZDate } from "@date-fns/tz";
import type { DigestSpan } from "@org/stores/ten-ocean/port";
import type { Brand } from "../brand.ts";

type Period = DigestSpan["period"];

const monday = 1;
const hour = 8;
const daysIn = { daily: 1, weekly: 7 } as const;

/** When digests of a period are due: at eight by the building's clock, the weekly one on Mondays. */
export function digestCron(period: Period, { timeZone }: Brand): string {
  return `TZ=${timeZone} 0 ${hour} * * ${period === "weekly" ? monday : "*"}`;
}

/**
 * The span of the digest that was due at a time or last before it, however late the schedule fired: from the one due
 * before. A day has 23 or 25 hours when the clocks change.
 */
export function spanDue(period: Period, at: Date, { timeZone }: Brand): DigestSpan {
  const now = new TZDate(at.getTime(), timeZone);
  const due = (daysAgo: number) =>
    new TZDate(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, hour, timeZone);
  const sinceMonday = period === "weekly" ? (now.getDay() - monday + 7) % 7 : 0;
  const daysAgo = due(sinceMonday).getTime() > at.getTime() ? sinceMonday + daysIn[period] : sinceMonday;
  const iso = (date: Date) => new Date(date.getTime()).toISOString();
  return { period, since: iso(due(daysAgo + daysIn[period])), until: iso(due(daysAgo)) };
}
