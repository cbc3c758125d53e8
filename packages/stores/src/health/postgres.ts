import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { Log } from "@org/integrations/log";
import { onlyRow } from "../database.ts";
import { createPool, type PoolOptions } from "../postgres.ts";
import type { HealthProbe, HealthReport } from "./port.ts";

export interface HealthOptions extends Pick<PoolOptions, "databaseUrl" | "transactionPooler"> {
  log: Pick<Log, "debug" | "info" | "warn" | "error">;
  /** Milliseconds within which an answer comes, whatever the database does. Default: 2,000. */
  deadline?: number;
  /** Milliseconds after which an answer of the database is slow. Default: 300. */
  slowAfter?: number;
  /** Milliseconds that an event may wait for the engine. Default: 60,000. */
  lateAfter?: number;
}

const away: HealthReport = {
  status: "unavailable",
  database: "away",
  reason: "the database does not answer",
};

export function postgresHealth(options: HealthOptions): HealthProbe {
  const {
    databaseUrl,
    transactionPooler,
    log,
    deadline = 2_000,
    slowAfter = 300,
    lateAfter = 60_000,
  } = options;
  const pool = createPool({ databaseUrl, transactionPooler, use: "health", log });
  let asked: Promise<HealthReport> | undefined;

  async function ask(): Promise<HealthReport> {
    const begin = Date.now();
    const { rows } = await pool.query<{ age: number | null }>(
      `select (extract(epoch from now() - min(created_at)) * 1000)::float8 as age
       from platform.outbox where accepted_at is null`,
    );
    const isSlow = Date.now() - begin > slowAfter;
    const isLate = (onlyRow(rows).age ?? 0) > lateAfter;
    const reasons = [
      ...(isSlow ? ["the database answers slowly"] : []),
      ...(isLate ? ["events wait for the engine"] : []),
    ];
    return {
      status: reasons.length > 0 ? "slow" : "ok",
      database: isSlow ? "slow" : "ok",
      outbox: isLate ? "late" : "ok",
      ...(reasons.length > 0 && { reason: reasons.join("; ") }),
    };
  }

  return {
    async check() {
      asked ??= ask().finally(() => {
        asked = undefined;
      });
      try {
        const report = await inTime(asked, deadline);
        if (report) return report;
        log.warn({ deadline }, "the database does not answer in time");
        return away;
      } catch (error) {
        log.warn({ error }, "the database does not answer");
        return away;
      }
    },
    close: () => pool.end(),
  };
}

/** @returns undefined when there is no answer in time */
async function inTime(asked: Promise<HealthReport>, deadline: number): Promise<HealthReport | undefined> {
  const waiting = new AbortController();
  const over = sleep(deadline, undefined, { signal: waiting.signal }).catch(() => undefined);
  try {
    // In a process that was busy, timers come before an answer that has long been there.
    return (await Promise.race([asked, over])) ?? (await Promise.race([asked, nextTurn(undefined)]));
  } finally {
    waiting.abort();
  }
}
