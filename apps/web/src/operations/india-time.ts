import * as z from "zod";

/** India's clock, as a browser's field for it says: `2026-11-22T15:30`. */
export const indiaTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

/** The same as ISO 8601 in UTC; undefined of what no calendar has. */
export function utcOf(time: string): string | undefined {
  const at = Date.parse(`${time}+05:30`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
