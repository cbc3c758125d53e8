import type { Pool } from "../postgres.ts";

/** Deletes all rows, in the order given; for a few rows much faster than truncating. */
export async function emptyTables(pool: Pool, tables: readonly string[]): Promise<void> {
  await pool.query(tables.map((table) => `delete from ${table}`).join("; "));
}
