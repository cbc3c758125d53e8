import pg from "pg";
import { silence } from "./database-uses.ts";
import { patiently } from "./patience.ts";
import { keepSettings, type PoolSettings } from "./pool-settings.ts";
import { prepareRepeated } from "./prepared-statements.ts";

/** Where too many wait already; `database.ts` knows it by these words. */
function poolFull(waiting: number): Error {
  return new Error(`All connections are in use and ${waiting} requests wait for one.`);
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void;

/**
 * A pool that keeps its deadlines: on the server through the connection's settings, on the client for a server that keeps
 * none, and at its own door.
 */
export function boundedPool(databaseUrl: string, settings: PoolSettings): pg.Pool {
  const { connections, kept = 0, queue, wait, statement, lock, idle, transactionPooler } = settings;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    min: kept,
    connectionTimeoutMillis: wait,
    query_timeout: statement + silence,
    // A pooler refuses these at the start of a connection, or drops them; `transact` sets them anew each time.
    ...(transactionPooler
      ? {}
      : { statement_timeout: statement, lock_timeout: lock, idle_in_transaction_session_timeout: idle }),
  });
  // Behind a pooler in transaction mode the next statement meets a connection that was never told of the last.
  if (!transactionPooler) pool.on("connect", prepareRepeated);
  keepSettings(pool, settings);
  const { connect, query } = pool;
  return Object.assign(pool, {
    /** `pool.query` comes through here as well, with a callback. */
    connect(connected?: Connected): unknown {
      if (pool.waitingCount < queue) return Reflect.apply(connect, pool, connected ? [connected] : []);
      const error = poolFull(queue);
      if (!connected) return Promise.reject(error);
      process.nextTick(connected, error, undefined, () => undefined);
      return undefined;
    },
    query: (...parameters: unknown[]) =>
      patiently<unknown>(async () => Reflect.apply(query, pool, parameters), settings),
  });
}
