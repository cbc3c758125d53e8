import pg from "pg";
import { createPool, pendingMigrations } from "../postgres.ts";
import { type CopiedTable, nameOf } from "./copied-table.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { fromMine, rowsOf } from "./postgres-rows.ts";
import { inTransaction, writeBatch } from "./postgres-writing.ts";
import { CopyRefusedError } from "./refusals.ts";
import { type CopySide, inBatches, type Progress } from "./side.ts";
import { handOver, waitingInPostgres } from "./tables/outbox.ts";

/**
 * The marketplace in Postgres, over connections of its own: what it reads is one snapshot per table, and takes as long as it
 * takes.
 *
 * @param databaseUrl with the role that owns the tables, not through a pooler in transaction mode
 */
export async function postgresSide(databaseUrl: string): Promise<CopySide> {
  const client = await connected(databaseUrl);
  const reading = await connected(databaseUrl);
  const countOf = async (sql: string) => (await client.query<{ count: number }>(sql)).rows[0]?.count ?? 0;
  return {
    name: "postgres",
    fingerprint: fingerprintOf(databaseUrl),
    check: () => checkMigrations(databaseUrl),
    count: (table) => countOf(`select count(*)::float8 as count from ${fromMine(table)}`),
    batches: (table, after) => inBatches(rowsOf(reading, table, after)),
    waiting: () => countOf(waitingInPostgres),
    async handOver() {
      await client.query(handOver);
    },
    progress: () => progressIn(client),
    filled: (tables) => filledIn(client, tables),
    begin: (source, tables) => inTransaction(client, () => begin(client, source, tables)),
    write: (table, after, batch) => writeBatch(client, table, after, batch),
    async finish() {
      await client.query("update platform.copies set state = 'compared', cursor = null");
    },
    clear: (tables) => inTransaction(client, () => clear(client, tables)),
    async close() {
      await Promise.all([client.end(), reading.end()]);
    },
  };
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  // A connection that breaks fails the statement that is under way.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "no answer";
    throw new CopyRefusedError(
      "unavailable",
      `Postgres does not let us in (${code}). Check DATABASE_DIRECT_URL, or DATABASE_URL where there is none.`,
      { cause },
    );
  }
  return client;
}

async function checkMigrations(databaseUrl: string): Promise<void> {
  const pool = createPool({ databaseUrl, maxConnections: 1 });
  try {
    const pending = await pendingMigrations(pool);
    if (pending.length === 0) return;
    throw new CopyRefusedError(
      "older-schema",
      `The tables in Postgres are older than this code: ${pending.join(", ")} is missing. Bring them up to date first: node cli.js migrate.`,
    );
  } finally {
    await pool.end();
  }
}

async function progressIn(client: pg.Client): Promise<Progress[]> {
  const { rows } = await client.query<Omit<Progress, "cursor"> & { cursor: string | null }>(
    `select table_name as "table", source, cursor, copied::float8 as copied, state from platform.copies`,
  );
  return rows.map(({ cursor, ...row }) => ({ ...row, ...(cursor !== null && { cursor }) }));
}

async function filledIn(client: pg.Client, tables: readonly CopiedTable[]): Promise<string[]> {
  const found: string[] = [];
  // Of what is both products' nobody can tell whose it is.
  for (const table of tables.filter(({ isShared }) => !isShared)) {
    const { rowCount } = await client.query(`select from ${fromMine(table)} limit 1`);
    if (rowCount) found.push(table.name);
  }
  return found;
}

async function begin(client: pg.Client, source: string, tables: readonly CopiedTable[]): Promise<void> {
  for (const { name } of tables)
    await client.query(
      "insert into platform.copies (table_name, source) values ($1, $2) on conflict do nothing",
      [name, source],
    );
}

async function clear(client: pg.Client, tables: readonly CopiedTable[]): Promise<void> {
  const own = tables.filter(({ isShared, from }) => !isShared && from === undefined);
  for (const table of own.toReversed()) {
    for (const part of table.parts) await client.query(`delete from ${nameOf(part.table)}`);
    await client.query(`delete from ${fromMine(table)}`);
  }
  await client.query("delete from platform.copies");
}
