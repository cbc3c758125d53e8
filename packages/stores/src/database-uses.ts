/** What a pool of connections is for: its deadlines follow from who waits. */
export type DatabaseUse = "page" | "command" | "workflow" | "relay" | "health";

/** Times are milliseconds. */
export interface Deadlines {
  /** Most connections of the pool. */
  connections: number;
  /** How many of them stay open when nobody uses them. Default: none. */
  kept?: number;
  /**
   * How many may wait for one of them; who comes then is refused at once. A page asks several things side by side, so
   * fewer would refuse pages that could be served in the time that they may wait.
   */
  queue: number;
  /** To get a connection: to open one, or to be given one that others use. */
  wait: number;
  /** For one statement, what it waits for included. */
  statement: number;
  /** For one lock, in one try. */
  lock: number;
  /** How long whatever met a lock is tried again. Between two tries it holds no connection. */
  patience: number;
  /** How long a transaction may wait for its program. */
  idle: number;
}

/**
 * A page is asked for again at once, so it gives up first. A command holds what somebody typed and waits a little for a
 * lock. A workflow has hours, and its engine asks again. Migrations have none of these limits, see `migrate`.
 */
export const deadlinesOf: Readonly<Record<DatabaseUse, Deadlines>> = {
  page: {
    connections: 10,
    queue: 300,
    wait: 1_500,
    statement: 3_000,
    lock: 250,
    patience: 750,
    idle: 10_000,
  },
  command: {
    connections: 10,
    queue: 300,
    wait: 2_000,
    statement: 5_000,
    lock: 250,
    patience: 3_000,
    idle: 10_000,
  },
  workflow: {
    connections: 10,
    queue: 500,
    wait: 15_000,
    statement: 30_000,
    lock: 1_000,
    patience: 10_000,
    idle: 60_000,
  },
  relay: {
    connections: 2,
    queue: 4,
    wait: 5_000,
    statement: 30_000,
    lock: 5_000,
    patience: 0,
    idle: 60_000,
  },
  // Who asks has a deadline of its own, see `health/postgres.ts`: a busy process is no slow database.
  health: {
    connections: 1,
    kept: 1,
    queue: 1,
    wait: 3_000,
    statement: 2_000,
    lock: 250,
    patience: 0,
    idle: 1_000,
  },
};

/** A server that does not answer at all keeps no deadline, so the client waits this much longer than the server may take. */
export const silence = 1_000;
