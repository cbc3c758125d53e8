/** A time in an address: `since` milliseconds ago, or `from` and `to` as moments. */
export interface TimeRange {
  after?: number;
  before?: number;
}

export const periods: readonly [value: string, text: string][] = [
  ["900000", "Last 15 minutes"],
  ["3600000", "Last hour"],
  ["86400000", "Last 24 hours"],
  ["604800000", "Last 7 days"],
];

/** Reads the range of an address. What cannot be read counts as not set. */
export function readTimeRange(query: URLSearchParams, now: number): TimeRange {
  const since = Number(query.get("since") ?? "");
  if (since > 0) return { after: now - since };
  const after = Date.parse(query.get("from") ?? "");
  const before = Date.parse(query.get("to") ?? "");
  return {
    ...(Number.isNaN(after) ? {} : { after: after - 1 }),
    ...(Number.isNaN(before) ? {} : { before }),
  };
}

export function hasCustomRange(query: URLSearchParams): boolean {
  return query.has("from") || query.has("to");
}

/** The form that a `datetime-local` field takes: `2026-11-01T14:03`, in the reader's time zone. */
export function toLocalField(time: number): string {
  const date = new Date(time);
  return new Date(time - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
