import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { StoredState } from "../core/store.ts";
import { type CommitCount, openCommitCount } from "./commit-count.ts";
import { explainOpening, keepAside, makeFolder, type StateFiles, stateFilesIn } from "./sqlite-files.ts";
import { inspect } from "./sqlite-inspect.ts";
import { createReader } from "./sqlite-reader.ts";
import { createTables, schemaVersion, upgrades } from "./sqlite-schema.ts";
import { createStatementCache, type Prepare } from "./sqlite-statements.ts";
import { type DamagedState, StateDamagedError, unreadable } from "./state-damaged.ts";

/** An open state, and what is in progress in it. */
export interface OpenState {
  files: StateFiles;
  database: DatabaseSync;
  prepare: Prepare;
  commitCount: CommitCount;
  stored: StoredState;
  /** Keeps other engines off the folder until it is closed. */
  lock: { close(): void };
}

/**
 * Opens the state of a folder, creating both when they are absent.
 * @returns the state, and where one was put that could not be used.
 * @throws StateInUseError when another engine has the folder, StateDamagedError when the state cannot be used and
 * `damaged` does not say to go on, StorageError when the folder cannot be written.
 */
export function openState(folder: string, damaged: DamagedState): { state: OpenState; keptAside?: string } {
  const files = stateFilesIn(folder);
  makeFolder(folder);
  try {
    const lock = lockFolder(files);
    try {
      return openLocked(files, damaged, lock);
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    throw explainOpening(error, files);
  }
}

/** Of engines that start at one time only one gets past this, before it looks at the state or moves it. */
function lockFolder({ lock }: StateFiles): DatabaseSync {
  const database = new DatabaseSync(lock, { timeout: 200 });
  try {
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function openLocked(files: StateFiles, damaged: DamagedState, lock: OpenState["lock"]) {
  try {
    inspect(files);
    return { state: open(files, lock) };
  } catch (error) {
    if (!StateDamagedError.isInstance(error)) throw error;
    const how = howToGoOn(error, damaged);
    if (how === undefined) throw error;
    const keptAside = keepAside(files, how);
    rmSync(files.commitCount, { force: true });
    return { state: open(files, lock), keptAside };
  }
}

function howToGoOn(error: StateDamagedError, damaged: DamagedState): "move" | "copy" | undefined {
  if (damaged === "discard") return "move";
  return damaged === "accept-loss" && error.lossOnly ? "copy" : undefined;
}

function open(files: StateFiles, lock: OpenState["lock"]): OpenState {
  const database = new DatabaseSync(files.database, { timeout: 200 });
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    // What is pruned may be somebody's who was erased: it is overwritten, not only given free.
    database.exec("PRAGMA secure_delete = ON");
    // Whoever asks for anything waits while the log is copied over: often and 4 MB at a time, a few milliseconds each.
    database.exec("PRAGMA wal_autocheckpoint = 1000");
    // A log that one large write has grown gives its space back.
    database.exec("PRAGMA journal_size_limit = 16777216; BEGIN IMMEDIATE; COMMIT;");
    bringUpToDate(database);
    const prepare = createStatementCache(database);
    const stored = load(prepare, files);
    return { files, database, prepare, stored, lock, commitCount: openCommitCount(files.commitCount) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Writes nothing to a file that is up to date. */
function bringUpToDate(database: DatabaseSync): void {
  const version = Number(database.prepare("PRAGMA user_version").get()?.user_version);
  if (version === schemaVersion) return;
  database.exec("BEGIN");
  for (let from = version; from > 0 && from < schemaVersion; from++) database.exec(upgrades[from] ?? "");
  database.exec(createTables);
  database.exec("COMMIT");
}

function load(prepare: Prepare, { database }: StateFiles): StoredState {
  try {
    return createReader(prepare).load();
  } catch (error) {
    throw unreadable(database, error instanceof Error ? error.message : String(error), error);
  }
}
