import { resolveTime } from "./durations.ts";

/** Inngest's default waits before the second, third… attempt, in seconds; the last one repeats. */
const backoffSeconds = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200];

/** Milliseconds. No requested retry comes sooner: it is a job of the queue like any other. */
const shortestRetry = 100;

/**
 * When the attempt after `attempt` (counted from 0) is due.
 * @param retryAfter the SDK's `Retry-After`: seconds, or a date.
 * @param fixedInterval milliseconds between attempts in place of the default table.
 * @param ahead how far `now` is ahead of the calendar that a date is of.
 */
export function nextAttemptAt(
  attempt: number,
  now: number,
  retryAfter?: string,
  fixedInterval?: number,
  ahead = 0,
): number {
  const requested = retryAfter === undefined ? undefined : parseRetryAfter(retryAfter, now, ahead);
  if (requested !== undefined) return Math.max(inWholeSeconds(requested), now + shortestRetry);
  if (fixedInterval !== undefined) return now + fixedInterval;
  const seconds = backoffSeconds[Math.min(attempt, backoffSeconds.length - 1)] ?? 15;
  return now + seconds * 1_000;
}

/** The official server keeps the moment without its milliseconds: "1 s" was seen to take 0.43, 0.48 and 0.6 s. */
function inWholeSeconds(time: number): number {
  return Math.floor(time / 1_000) * 1_000;
}

function parseRetryAfter(value: string, now: number, ahead: number): number | undefined {
  if (/^\d+$/.test(value)) return now + Number(value) * 1_000;
  const date = Date.parse(value);
  if (!Number.isNaN(date)) return date + ahead;
  try {
    return resolveTime(value, now);
  } catch {
    return undefined;
  }
}
