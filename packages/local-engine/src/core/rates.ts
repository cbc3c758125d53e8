import type { Core } from "./core.ts";
import { findMark, putMark } from "./event-log.ts";
import { type ExpressionContext, keyOf } from "./expressions.ts";
import type { FunctionConfig, MarkRecord } from "./records.ts";

/** The generic cell rate algorithm: `capacity` at once from idle, and then one every `spacing` milliseconds. */
interface Rate {
  spacing: number;
  capacity: number;
}

/** Milliseconds that sums of spacings may be off by. */
const rounding = 0.01;

type Kind = Extract<MarkRecord["kind"], "throttle" | "rate-limit">;
type Settings = { limit: number; period: number };

/**
 * The official server admits a tenth of the limit beside the one that may always come: of 10 a 60 s it took 3 of 60
 * events that came as 30 and, 9 s later, 30, which 2 at once and one more for each 6 s give, and neither 1 nor 3 do.
 */
export function rateOfLimit({ limit, period }: Settings): Rate {
  return { spacing: period / limit, capacity: 1 + Math.floor(limit / 10) };
}

/** `limit` runs start at once, and `burst` more: of 48 a 60 s the official server started 48, of 2 with burst 3 five. */
export function rateOfThrottle({ limit, period, burst }: Settings & { burst: number }): Rate {
  return { spacing: period / limit, capacity: limit + burst };
}

/** Names what a limit counts together: a function and, where it has a key, the key's value. */
export function rateKey(functionId: string, key: string | undefined, context: ExpressionContext): string {
  return `${functionId}:${key === undefined ? "" : keyOf(key, context)}`;
}

/** Whether the rate limit still has room; if so, takes a place. */
export function admitByRate(
  core: Core,
  functionId: string,
  settings: NonNullable<FunctionConfig["rateLimit"]>,
  context: ExpressionContext,
): boolean {
  const rate = rateOfLimit(settings);
  const key = rateKey(functionId, settings.key, context);
  if (nextPlace(core, "rate-limit", key, rate) > core.now()) return false;
  takePlace(core, "rate-limit", key, rate);
  return true;
}

/** When the next one may come; now, if there is room. */
export function nextPlace(core: Core, kind: Kind, key: string, { spacing, capacity }: Rate): number {
  const next = usedUntil(core, kind, key) - spacing * (capacity - 1);
  return Math.max(core.now(), Math.ceil(next - rounding));
}

export function takePlace(core: Core, kind: Kind, key: string, { spacing }: Rate): void {
  const until = usedUntil(core, kind, key) + spacing;
  putMark(core, { kind, key, value: String(until), expiresAt: Math.ceil(until) });
}

/** When all that came would have come had it come evenly: the algorithm's theoretical arrival time. */
function usedUntil(core: Core, kind: Kind, key: string): number {
  const until = Number(findMark(core, kind, key)?.value);
  return until > core.now() ? until : core.now();
}
