import { setTimeout as sleep } from "node:timers/promises";
import { DrizzleQueryError } from "drizzle-orm";
import { forgetStatements, isStale } from "./prepared-statements.ts";

function causeOf(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? error.cause : error;
}

/** The SQLSTATE or system error code of a failed statement, whether or not drizzle has wrapped it. */
function codeOf(error: unknown): string | undefined {
  const failure = causeOf(error);
  if (!(failure instanceof Error) || !("code" in failure)) return undefined;
  return typeof failure.code === "string" ? failure.code : undefined;
}

/** A lock that was not to be had in time, a deadlock or a conflict: Postgres has undone all of it. */
function isContention(error: unknown): boolean {
  const code = codeOf(error);
  return code === "55P03" || code === "40P01" || code === "40001";
}

export interface PatienceOptions {
  /** Milliseconds from the first try during which another one begins. */
  patience: number;
  pause?: (milliseconds: number) => Promise<unknown>;
  now?: () => number;
}

/**
 * Tries again what met a lock, or a table that was changed under a prepared statement. Each try waits for it a moment only, and between two tries no connection is held, so that
 * those who wait for one row leave the pool to those who do not.
 */
export async function patiently<Result>(
  attempt: () => Promise<Result>,
  { patience, pause = sleep, now = Date.now }: PatienceOptions,
): Promise<Result> {
  const end = now() + patience;
  for (let longest = 50; ; longest = Math.min(400, longest * 2)) {
    try {
      return await attempt();
    } catch (error) {
      if (isStale(causeOf(error))) {
        forgetStatements();
        if (now() < end) continue;
      }
      if (!isContention(error) || now() >= end) throw error;
    }
    // A random part, so that those who failed together do not come back together.
    await pause(longest / 2 + Math.random() * (longest / 2));
  }
}
