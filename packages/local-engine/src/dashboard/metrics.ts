import type { RunTimes } from "../core/store.ts";
import type { Engine } from "../engine/engine.ts";
import type { FunctionMetrics, Metrics, MetricsBucket, Spread } from "./api-types.ts";
import { groupBy } from "./group-by.ts";

/** Milliseconds since the epoch, `to` not included. */
export interface MetricsRange {
  from: number;
  to: number;
  functionId?: string | undefined;
}

const bucketCount = 30;
/** The newest runs that are looked at. */
const mostRuns = 50_000;

/** What each function did between two moments, as a whole and in thirty stretches of equal length. */
export function createMetrics(engine: Engine, { from, to, functionId }: MetricsRange): Metrics {
  const only = functionId === undefined ? {} : { functionId };
  const runs = engine.runTimes({ ...only, queuedBefore: to, endedAfter: from - 1, limit: mostRuns });
  const byFunction = groupBy(
    runs.filter(({ status }) => status !== "Skipped"),
    (run) => run.functionId,
  );
  const known = new Map(engine.functions().map(({ id, name }) => [id, name]));
  const ids = functionId === undefined ? [...new Set([...known.keys(), ...byFunction.keys()])] : [functionId];
  return {
    from,
    to,
    functions: ids.map((id) => metricsOf(id, known.get(id) ?? id, byFunction.get(id) ?? [], { from, to })),
    complete: runs.length < mostRuns,
  };
}

function metricsOf(
  functionId: string,
  functionName: string,
  runs: readonly RunTimes[],
  { from, to }: MetricsRange,
): FunctionMetrics {
  const width = (to - from) / bucketCount;
  const buckets = Array.from({ length: bucketCount }, (_, place) =>
    createBucket(runs, Math.round(from + place * width), Math.round(from + (place + 1) * width)),
  );
  return { functionId, functionName, total: createBucket(runs, from, to), buckets };
}

function createBucket(runs: readonly RunTimes[], start: number, end: number): MetricsBucket {
  const isWithin = (time: number | undefined) => time !== undefined && time >= start && time < end;
  const ended = runs.filter(({ endedAt }) => isWithin(endedAt));
  const durations = ended.flatMap(({ startedAt, endedAt = 0 }) =>
    startedAt === undefined ? [] : [endedAt - startedAt],
  );
  const waits = runs.flatMap(({ queuedAt, startedAt }) =>
    startedAt !== undefined && isWithin(startedAt) ? [startedAt - queuedAt] : [],
  );
  const waitsAtEnd = ({ queuedAt, startedAt, endedAt }: RunTimes) =>
    queuedAt < end && (startedAt ?? endedAt ?? Number.POSITIVE_INFINITY) >= end;
  return {
    start,
    end,
    queued: runs.filter(({ queuedAt }) => isWithin(queuedAt)).length,
    ended: ended.length,
    failed: ended.filter(({ status }) => status === "Failed").length,
    ...(durations.length === 0 ? {} : { duration: spreadOf(durations) }),
    ...(waits.length === 0 ? {} : { waiting: spreadOf(waits) }),
    backlog: runs.filter(waitsAtEnd).length,
  };
}

/** By the nearest rank: the smallest value that at least this share of all values does not exceed. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
