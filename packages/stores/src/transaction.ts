import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { type PoolSettings, settingsOf } from "./pool-settings.ts";
import type { Pool } from "./postgres.ts";

type Transact = NodePgDatabase["transaction"];
type Transaction = Parameters<Parameters<Transact>[0]>[0];

/** What node-postgres says when its own deadline for an answer has passed. */
function isSilence(error: unknown): boolean {
  const failure = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return failure instanceof Error && failure.message === "Query read timeout";
}

/**
 * One transaction on a connection of its own. Drizzle alone rolls back on a connection that does not answer, which waits
 * as long again, hides why, and gives that connection to the next one.
 */
export async function transact<Result>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<Result>,
  config: Parameters<Transact>[1],
): Promise<Result> {
  const settings = settingsOf(pool);
  const client = await pool.connect();
  let failure: { error: unknown } | undefined;
  let isBroken = false;
  try {
    return await drizzle(client).transaction(async (transaction) => {
      try {
        if (settings.transactionPooler) await transaction.execute(localDeadlines(settings));
        return await work(transaction);
      } catch (error) {
        failure = { error };
        // An ended connection refuses the rollback at once.
        if (isSilence(error)) void client.end();
        throw error;
      }
    }, config);
  } catch (error) {
    const first = failure ? failure.error : error;
    // Whatever else fails than the work itself says that the connection is not usable.
    isBroken = error !== first || failure === undefined || isSilence(first);
    throw first;
  } finally {
    client.release(isBroken);
  }
}

/** For this transaction alone: a pooler gives the connection to others afterwards. */
function localDeadlines({ statement, lock, idle }: PoolSettings) {
  return sql`select set_config('statement_timeout', ${String(statement)}, true),
    set_config('lock_timeout', ${String(lock)}, true),
    set_config('idle_in_transaction_session_timeout', ${String(idle)}, true)`;
}
