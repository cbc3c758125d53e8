import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Change, Store, StoredState } from "../core/store.ts";
import { explainWriting, isSqliteError } from "./sqlite-files.ts";
import { type OpenState, openState } from "./sqlite-open.ts";
import { createPrune } from "./sqlite-prune.ts";
import { createReader } from "./sqlite-reader.ts";
import { countCommit, deleteStatements, writeStatements } from "./sqlite-schema.ts";
import type { Prepare } from "./sqlite-statements.ts";
import type { DamagedState } from "./state-damaged.ts";

export interface SqliteStoreOptions {
  /** The folder that holds the state; made when it is absent. */
  folder: string;
  /** What to do with a state that cannot be used; refused with a `StateDamagedError` unless given. */
  damagedState?: DamagedState;
  /** Told where a state was put that could not be used. */
  onKeptAside?: (path: string) => void;
}

/**
 * Keeps everything in one SQLite file. What is committed survives the end of the process at any moment.
 * @throws StateInUseError when another engine has the folder, StateDamagedError when the state cannot be used,
 * StorageError when the folder cannot be written. A commit or a prune that cannot be written throws a StorageError.
 */
export function createSqliteStore({
  folder,
  damagedState = "refuse",
  onKeptAside,
}: SqliteStoreOptions): Store {
  const { state, keptAside } = openState(folder, damagedState);
  if (keptAside !== undefined) onKeptAside?.(keptAside);
  return storeOn(state);
}

/** The store on a state that is open. */
export function storeOn({ files, database, prepare, commitCount, lock, ...opened }: OpenState): Store {
  let stored: StoredState | undefined = opened.stored;
  const reader = createReader(prepare);
  const pruneSlice = createPrune(prepare);

  function transaction(work: () => void) {
    try {
      database.exec("BEGIN");
      work();
      database.exec("COMMIT");
    } catch (error) {
      rollBack(database);
      throw isSqliteError(error) ? explainWriting(error, files) : error;
    }
  }

  return {
    ...reader,
    load() {
      const first = stored ?? reader.load();
      stored = undefined;
      return first;
    },
    commit(changes) {
      stored = undefined;
      let count = 0;
      transaction(() => {
        for (const change of changes) write(prepare, change);
        count = Number(prepare(countCommit).get()?.count);
      });
      commitCount.note(count);
    },
    prune(policy, now, within = Number.POSITIVE_INFINITY) {
      const end = performance.now() + within;
      let isMore = true;
      while (isMore) {
        transaction(() => {
          isMore = pruneSlice(policy, now);
        });
        if (performance.now() >= end) break;
      }
      // The log would show what is pruned until it is written over.
      if (!isMore) database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      return isMore;
    },
    close() {
      database.close();
      commitCount.close();
      lock.close();
    },
  };
}

/** SQLite has rolled back by itself after some errors, a full disk among them. */
function rollBack(database: DatabaseSync): void {
  try {
    database.exec("ROLLBACK");
  } catch {
    // No transaction is open any more.
  }
}

function write(prepare: Prepare, change: Change): void {
  if (change.row === undefined) {
    prepare(deleteStatements[change.table]).run(change.key);
    return;
  }
  prepare(writeStatements[change.table]).run(...columnsOf(change));
  // A run that was never called may be written for the first time when it has ended already.
  if (change.table === "runs" && (change.row.endedAt === undefined || change.row.startedAt === undefined)) {
    for (const eventId of change.row.eventIds) prepare(writeStatements.runEvents).run(eventId, change.row.id);
  }
}

/** The values of a row in the order of its table's columns. */
function columnsOf(change: Change): SQLInputValue[] {
  switch (change.table) {
    case "events": {
      const { id, externalId, name, ts, receivedAt, json } = change.row ?? missing();
      return [id, externalId ?? null, name, ts, receivedAt, json];
    }
    case "runs": {
      const { id, functionId, appId, status, queuedAt, endedAt, output, ...rest } = change.row ?? missing();
      return [id, functionId, appId, status, queuedAt, endedAt ?? null, output ?? null, JSON.stringify(rest)];
    }
    case "steps": {
      const { runId, id, memo, ...rest } = change.row ?? missing();
      return [runId, id, memo ?? null, JSON.stringify(rest)];
    }
    case "annotations": {
      const { runId, id } = change.row ?? missing();
      return [runId, id, JSON.stringify(change.row)];
    }
    case "marks": {
      const { value, expiresAt } = change.row ?? missing();
      return [change.key, value, expiresAt];
    }
    default:
      return [change.key, JSON.stringify(change.row)];
  }
}

function missing(): never {
  throw new Error("a row to write is missing");
}
