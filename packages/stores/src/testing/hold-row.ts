import type { Pool } from "../postgres.ts";

/** Runs a locking statement in a transaction of its own. @returns what ends the transaction. */
export async function holdRow(
  pool: Pool,
  statement: string,
  values: unknown[],
): Promise<() => Promise<void>> {
  const connection = await pool.connect();
  await connection.query("begin");
  await connection.query(statement, values);
  return async () => {
    await connection.query("rollback");
    connection.release();
  };
}
