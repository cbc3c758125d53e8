import type { Core } from "./core.ts";
import { findMark, putMark } from "./event-log.ts";
import { type ExpressionContext, keyOf } from "./expressions.ts";
import type { FunctionConfig } from "./records.ts";

/** Whether the rate limit still has room in its period; if so, takes a place. */
export function admitByRate(
  core: Core,
  functionId: string,
  { limit, period, key }: NonNullable<FunctionConfig["rateLimit"]>,
  context: ExpressionContext,
): boolean {
  const markKey = rateKey(functionId, key, context);
  const now = core.now();
  const recent = readTimes(findMark(core, "rate-limit", markKey)?.value).filter(
    (time) => time > now - period,
  );
  if (recent.length >= limit) return false;
  const value = [...recent, now].join(",");
  putMark(core, { kind: "rate-limit", key: markKey, value, expiresAt: now + period });
  return true;
}

/**
 * When a throttled run may start: places lie `period / limit` apart, and up to `burst` unused places may be taken at
 * once (the generic cell rate algorithm).
 */
export function throttledStart(
  core: Core,
  functionId: string,
  { limit, period, burst, key }: NonNullable<FunctionConfig["throttle"]>,
  context: ExpressionContext,
  earliest: number,
): number {
  const markKey = rateKey(functionId, key, context);
  const spacing = period / limit;
  const [theoretical = earliest] = readTimes(findMark(core, "throttle", markKey)?.value);
  const arrival = Math.max(theoretical, earliest);
  const next = arrival + spacing;
  putMark(core, { kind: "throttle", key: markKey, value: String(next), expiresAt: next + period });
  return Math.max(earliest, Math.ceil(arrival - spacing * (burst - 1)));
}

function rateKey(functionId: string, key: string | undefined, context: ExpressionContext): string {
  return `${functionId}:${key === undefined ? "" : keyOf(key, context)}`;
}

function readTimes(value: string | undefined): number[] {
  return value === undefined || value === "" ? [] : value.split(",").map(Number);
}
