import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Log } from "@org/integrations/log";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { boundedPool } from "./bounded-pool.ts";
import { type DatabaseUse, deadlinesOf } from "./database-uses.ts";

export type Pool = pg.Pool;

export interface PoolOptions {
  /** `postgres://user:password@host:port/database` */
  databaseUrl: string;
  /** What the connections are for, from which all deadlines follow. Default: `workflow`, the longest ones. */
  use?: DatabaseUse;
  /** Default: as the use says, mostly 10. */
  maxConnections?: number;
  /**
   * Whether the address is that of a pooler in transaction mode (Supabase's on port 6543, PgBouncer with
   * `pool_mode = transaction`), through which no setting of a connection lasts. Default: false.
   */
  transactionPooler?: boolean;
  /** Told when an idle connection breaks; the next query opens a new one. */
  log?: Log;
}

/**
 * Connections to one database, with a deadline on connecting, on waiting for one of them, on every statement and on every
 * lock. What they end is a `DatabaseUnavailableError` of the stores.
 */
export function createPool(options: PoolOptions): Pool {
  const { databaseUrl, use = "workflow", maxConnections, transactionPooler = false, log } = options;
  const deadlines = deadlinesOf[use];
  const pool = boundedPool(databaseUrl, {
    ...deadlines,
    connections: maxConnections ?? deadlines.connections,
    transactionPooler,
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
 * and then find nothing to do. It has no deadline but for connecting, and needs a connection of its own: through a pooler in
 * transaction mode its lock would be somebody else's.
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

/** The names of the migrations that `migrate` would apply, oldest first. */
export async function pendingMigrations(pool: Pool): Promise<string[]> {
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
    readFileSync(join(migrationsFolder(), "meta", "_journal.json"), "utf8"),
  );
  const { rows } = await pool.query<{ at: string | null }>(
    "select to_regclass('drizzle.__drizzle_migrations')::text as at",
  );
  if (rows[0]?.at === null) return journal.entries.map(({ tag }) => tag);
  const applied = await pool.query<{ at: string }>(
    "select coalesce(max(created_at), 0) as at from drizzle.__drizzle_migrations",
  );
  // Drizzle applies what is newer than the newest.
  return journal.entries.filter(({ when }) => when > Number(applied.rows[0]?.at ?? 0)).map(({ tag }) => tag);
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
