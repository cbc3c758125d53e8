import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Change, RetentionPolicy, Store } from "../core/store.ts";
import { openDatabase } from "./sqlite-open.ts";
import { createReader } from "./sqlite-reader.ts";
import { deleteStatements, writeStatements } from "./sqlite-schema.ts";
import { createStatementCache, type Prepare } from "./sqlite-statements.ts";

export interface SqliteStoreOptions {
  /** The folder that holds the state; made when it is absent. */
  folder: string;
  /** Told where a state file was put that could not be read. */
  onKeptAside?: (path: string) => void;
}

/**
 * Keeps everything in one SQLite file. What is committed survives the end of the process at any moment.
 * @throws StateInUseError when another engine has the folder.
 */
export function createSqliteStore({ folder, onKeptAside }: SqliteStoreOptions): Store {
  const { database, keptAside } = openDatabase(folder);
  if (keptAside !== undefined) onKeptAside?.(keptAside);
  const prepare = createStatementCache(database);
  return {
    ...createReader(prepare),
    commit(changes) {
      database.exec("BEGIN");
      try {
        for (const change of changes) write(prepare, change);
        database.exec("COMMIT");
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
    prune: (policy, now) => prune(database, policy, now),
    close: () => database.close(),
  };
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

function prune(database: DatabaseSync, { maxRuns, maxEvents, maxAge }: RetentionPolicy, now: number): void {
  const oldest = now - maxAge;
  const lastRun = database
    .prepare("SELECT id FROM runs WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?")
    .get(maxRuns)?.id;
  const lastEvent = database
    .prepare("SELECT id FROM events ORDER BY id DESC LIMIT 1 OFFSET ?")
    .get(maxEvents)?.id;
  database.exec("BEGIN");
  try {
    const oldRuns = "SELECT id FROM runs WHERE ended_at IS NOT NULL AND (ended_at < ? OR id <= ?)";
    const bounds = [oldest, String(lastRun ?? "")];
    database.prepare(`DELETE FROM steps WHERE run_id IN (${oldRuns})`).run(...bounds);
    database.prepare(`DELETE FROM annotations WHERE run_id IN (${oldRuns})`).run(...bounds);
    database.prepare(`DELETE FROM run_events WHERE run_id IN (${oldRuns})`).run(...bounds);
    database
      .prepare("DELETE FROM runs WHERE ended_at IS NOT NULL AND (ended_at < ? OR id <= ?)")
      .run(...bounds);
    database
      .prepare(
        `DELETE FROM events WHERE (received_at < ? OR id <= ?) AND NOT EXISTS
           (SELECT 1 FROM run_events WHERE event_id = events.id)
         AND NOT EXISTS (SELECT 1 FROM pending_starts WHERE instr(row, events.id) > 0)`,
      )
      .run(oldest, String(lastEvent ?? ""));
    database.prepare("DELETE FROM marks WHERE expires_at <= ?").run(now);
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
