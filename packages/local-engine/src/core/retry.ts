import { resolveTime } from "./durations.ts";

/** Inngest's default waits before the second, third… attempt, in seconds; the last one repeats. */
const backoffSeconds = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200];

/**
 * When the attempt after `attempt` (counted from 0) is due.
 * @param retryAfter the SDK's `Retry-After`: seconds, or a date.
 * @param fixedInterval milliseconds between attempts in place of the default table.
 */
export function nextAttemptAt(
  attempt: number,
  now: number,
  retryAfter?: string,
  fixedInterval?: number,
): number {
  const requested = retryAfter === undefined ? undefined : parseRetryAfter(retryAfter, now);
  if (requested !== undefined) return Math.max(requested, now);
  if (fixedInterval !== undefined) return now + fixedInterval;
  const seconds = backoffSeconds[Math.min(attempt, backoffSeconds.length - 1)] ?? 15;
  return now + seconds * 1_000;
}

function parseRetryAfter(value: string, now: number): number | undefined {
  if (/^\d+$/.test(value)) return now + Number(value) * 1_000;
  const date = Date.parse(value);
  if (!Number.isNaN(date)) return date;
  try {
    return resolveTime(value, now);
  } catch {
    return undefined;
  }
}
