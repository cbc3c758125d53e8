import { copyFileSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StorageError } from "../core/storage-error.ts";
import { StateInUseError } from "./state-in-use.ts";

/** The files of a state folder. */
export interface StateFiles {
  folder: string;
  database: string;
  log: string;
  sharedMemory: string;
  commitCount: string;
  lock: string;
}

export function stateFilesIn(folder: string): StateFiles {
  const database = join(resolve(folder), "engine.db");
  return {
    folder,
    database,
    log: `${database}-wal`,
    sharedMemory: `${database}-shm`,
    commitCount: `${database}-commits`,
    lock: `${database}-lock`,
  };
}

/** Makes the folder when it is absent. @throws StorageError when it cannot be made. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StorageError(`the folder ${folder} cannot hold the state (${reason}). Choose another one.`, {
      cause,
    });
  }
}

/** Bytes in the file; 0 when it does not exist. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Moves or copies the state to names that say when. @returns the database's new path. */
export function keepAside(files: StateFiles, how: "move" | "copy"): string {
  const target = `${files.database}.unreadable-${new Date().toISOString().replaceAll(":", "-")}`;
  const keep = how === "move" ? renameSync : copyFileSync;
  for (const path of [files.database, files.log, files.sharedMemory, files.commitCount]) {
    if (existsSync(path)) keep(path, path.replace(files.database, target));
  }
  return target;
}

const busy = 5;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const readOnly = 8;
const notADatabase = 26;

function sqliteCode(error: unknown): number {
  if (!(error instanceof Error) || !("errcode" in error)) return 0;
  return Number(error.errcode) & 0xff;
}

export function isSqliteError(error: unknown): boolean {
  return sqliteCode(error) !== 0;
}

export function isDamage(error: unknown): boolean {
  return [corrupt, notADatabase].includes(sqliteCode(error));
}

/** What an error of SQLite's means for somebody who opens the folder; other errors as they are. */
export function explainOpening(error: unknown, { folder }: StateFiles): unknown {
  const reason = error instanceof Error ? error.message : String(error);
  switch (sqliteCode(error)) {
    case busy:
      return new StateInUseError(
        `another engine uses the state in ${folder}. Stop it, or choose another folder.`,
        { cause: error },
      );
    case full:
    case ioError:
      return new StorageError(
        `the state in ${folder} cannot be opened (${reason}). Free some disk space, then start again.`,
        { cause: error },
      );
    case readOnly:
    case cannotOpen:
      return new StorageError(
        `the state in ${folder} cannot be opened (${reason}). Allow this user to write there, or choose another folder.`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** What an error of SQLite's means for somebody whose write failed. */
export function explainWriting(error: unknown, { database }: StateFiles): StorageError {
  const reason = error instanceof Error ? error.message : String(error);
  const advice = isDamage(error)
    ? "The file is damaged: stop the engine and put an intact copy of the folder back."
    : "Free some disk space; the engine tries again every second.";
  return new StorageError(`the state in ${database} could not be written (${reason}). ${advice}`, {
    cause: error,
  });
}

/** Reads from a database without changing it: a connection that may only read empties no log. */
export function readFrom<Result>(path: string, read: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(path, { timeout: 200, readOnly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
