import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Log } from "@org/integrations/log";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

export type Pool = pg.Pool;

export interface PoolOptions {
  /** `postgres://user:password@host:port/database` */
  databaseUrl: string;
  /** Default 10. A relay needs two for itself. */
  maxConnections?: number;
  /** Told when an idle connection breaks; the next query opens a new one. */
  log?: Log;
}

/** Connections to one database, with a time limit on connecting (5 s) and on every statement (10 s). */
export function createPool({ databaseUrl, maxConnections = 10, log }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    query_timeout: 12_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // A broken connection without a listener ends the process, an idle one as well as one in use.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("error", (error: Error & { code?: string }) =>
    log?.warn({ code: error.code }, "an idle database connection broke"),
  );
  return pool;
}

const migrationLock = 7_305_417_236;

/**
 * Brings the database's tables up to date. Safe to call from several processes at once: one migrates, the others wait
 * and then find nothing to do.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await applyMigrations(drizzle(client), { migrationsFolder: migrationsFolder() });
  } finally {
    // Ending the session releases the lock, also after a failure.
    await client.end();
  }
}

/** The built file may lie in `dist` or deeper, so the folder is looked for upwards. */
function migrationsFolder(): string {
  // Plain paths: bundlers take `new URL(…, import.meta.url)` for a file to bundle.
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    if (existsSync(join(folder, "drizzle", "meta", "_journal.json"))) return join(folder, "drizzle");
    folder = dirname(folder);
  }
  throw new Error(
    "The migrations of @org/stores are not beside its code. Keep the package external when bundling.",
  );
}
