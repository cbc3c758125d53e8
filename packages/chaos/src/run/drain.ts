import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "@org/stores/postgres";
import { answersHttp } from "../stack/part.ts";
import type { ChaosStack } from "../stack/start-stack.ts";
import { isPaced, type OpenRun, openRuns } from "./engine.ts";

/** What is not at rest yet. */
export interface Open {
  /** Processes that do not answer well. */
  unwell: string[];
  /** Events that the engine has not taken, by name. */
  outbox: Record<string, number>;
  runs: OpenRun[];
  /** Notices of the payment vendor that the web app has not taken. */
  notices: number;
}

export interface Drained {
  /** Milliseconds. */
  took: number;
  /** Empty lists when everything came to rest. */
  open: Open;
  isDone: boolean;
}

/** How often in a row nothing may be open before it counts as rest: a debounced event has no run yet. */
const restful = 4;

/** Waits until nothing happens by itself any more, at most so many seconds. */
export async function drain(
  stack: ChaosStack,
  pool: Pool,
  { seconds, signal, onWait }: { seconds: number; signal: AbortSignal; onWait(open: Open): void },
): Promise<Drained> {
  const began = Date.now();
  for (let quiet = 0; ; ) {
    const open = await lookAround(stack, pool);
    quiet = isNothing(open) ? quiet + 1 : 0;
    const took = Date.now() - began;
    if (quiet === restful || took > seconds * 1_000) return { took, open, isDone: quiet === restful };
    if (quiet === 0) onWait(open);
    await sleep(quiet === 0 ? 2_000 : 3_500, undefined, { signal });
  }
}

async function lookAround(stack: ChaosStack, pool: Pool): Promise<Open> {
  const isWell = (status: number) => status < 400;
  const checks = [
    ["web", `${stack.urls.web}/health`],
    ["worker", `${stack.urls.worker}/health`],
    ["engine", `${stack.urls.engine}/health`],
  ] as const;
  const well = await Promise.all(checks.map(([, url]) => answersHttp(url, isWell)));
  const unwell: string[] = checks.flatMap(([name], index) => (well[index] ? [] : [name]));
  const outbox = await pending(pool).catch(() => void unwell.push("postgres"));
  const runs = await openRuns(stack.urls.engine).catch(() => void unwell.push("engine's runs"));
  return { unwell, outbox: outbox ?? {}, runs: runs ?? [], notices: stack.notices.waiting() };
}

async function pending(pool: Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ name: string; count: number }>(
    "select name, count(*)::int as count from platform.outbox where accepted_at is null group by name",
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

function isNothing({ unwell, outbox, runs, notices }: Open): boolean {
  const waited = runs.filter((run) => !isPaced(run));
  return unwell.length + Object.keys(outbox).length + waited.length + notices === 0;
}

/** `3 runs (send-email retrying), 12 events` on one line. */
export function describeOpen({ unwell, outbox, runs, notices }: Open): string {
  const events = Object.entries(outbox).map(([name, count]) => `${count} × ${name}`);
  const ways = new Map<string, number>();
  for (const { functionId, at } of runs)
    ways.set(`${functionId}: ${at}`, (ways.get(`${functionId}: ${at}`) ?? 0) + 1);
  const parts = [
    ...unwell.map((name) => `${name} does not answer well`),
    ...(events.length > 0 ? [`outbox ${events.join(", ")}`] : []),
    ...[...ways].map(([way, count]) => `${count} × ${way}`),
    ...(notices > 0 ? [`${notices} payment notices`] : []),
  ];
  return parts.join("; ") || "nothing";
}
