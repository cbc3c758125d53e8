import type pg from "pg";
import { type Deadlines, deadlinesOf } from "./database-uses.ts";

export interface PoolSettings extends Deadlines {
  /** Whether a pooler between here and Postgres gives each transaction another connection. */
  transactionPooler: boolean;
}

const settings = new WeakMap<pg.Pool, PoolSettings>();

export function keepSettings(pool: pg.Pool, kept: PoolSettings): void {
  settings.set(pool, kept);
}

/** Those of a pool that `createPool` made; of any other pool a workflow's. */
export function settingsOf(pool: pg.Pool): PoolSettings {
  return settings.get(pool) ?? { ...deadlinesOf.workflow, transactionPooler: false };
}
