import type { FunctionConfig } from "../../api-types.ts";
import { countOf, formatDuration } from "./format.ts";

export interface Setting {
  name: string;
  value: string;
}

/** A function's settings as sentences, without those that have no effect. */
export function describeSettings(config: FunctionConfig): Setting[] {
  const { concurrency, throttle, rateLimit, debounce, batch, priority, singleton } = config;
  const { idempotency, cancel, timeouts } = config;
  const settings: (Setting | undefined)[] = [
    { name: "Retries", value: countOf(config.maxAttempts - 1, "time").replace(/^0 times$/, "none") },
    ...concurrency.map(({ limit, key, scope }) => ({
      name: "Concurrency",
      value: `${countOf(limit, "step")} at a time${keyed(key)}${scopeText(scope)}`,
    })),
    throttle && {
      name: "Throttle",
      value: `${countOf(throttle.limit, "start")} per ${formatDuration(throttle.period)}${throttle.burst > 0 ? `, ${throttle.burst} more at once` : ""}${keyed(throttle.key)}`,
    },
    rateLimit && {
      name: "Rate limit",
      value: `${countOf(rateLimit.limit, "run")} per ${formatDuration(rateLimit.period)}, the rest is dropped${keyed(rateLimit.key)}`,
    },
    debounce && {
      name: "Debounce",
      value: `${formatDuration(debounce.period)} of quiet${debounce.timeout === undefined ? "" : `, at most ${formatDuration(debounce.timeout)}`}${keyed(debounce.key)}`,
    },
    batch && {
      name: "Batch",
      value: `up to ${countOf(batch.maxSize, "event")} or ${formatDuration(batch.timeout)}${keyed(batch.key)}${when(batch.if)}`,
    },
    priority === undefined ? undefined : { name: "Priority", value: priority },
    singleton && { name: "Singleton", value: `${singletonText(singleton.mode)}${keyed(singleton.key)}` },
    idempotency === undefined
      ? undefined
      : { name: "Idempotency", value: `once in 24 h for each ${idempotency}` },
    ...cancel.map((rule) => ({
      name: "Cancelled on",
      value: `${rule.event}${when(rule.if)}${rule.timeout === undefined ? "" : `, for ${rule.timeout}`}`,
    })),
    timeouts?.start === undefined
      ? undefined
      : { name: "Start timeout", value: `cancelled after ${formatDuration(timeouts.start)} in the queue` },
    timeouts?.finish === undefined
      ? undefined
      : { name: "Finish timeout", value: `cancelled after ${formatDuration(timeouts.finish)} of running` },
  ];
  return settings.filter((setting) => setting !== undefined);
}

function keyed(key: string | undefined): string {
  return key === undefined ? "" : `, for each ${key}`;
}

function when(condition: string | undefined): string {
  return condition === undefined ? "" : ` if ${condition}`;
}

function scopeText(scope: "fn" | "env" | "account" | undefined): string {
  if (scope === "env") return ", over the environment";
  return scope === "account" ? ", over the account" : "";
}

function singletonText(mode: "skip" | "cancel"): string {
  return mode === "skip" ? "one run; a second is not started" : "one run; a new one cancels it";
}
