import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { brandErrors, hasBrand } from "../core/brand.ts";
import { createTables, schemaVersion } from "./sqlite-schema.ts";

/** Another engine uses the state folder. */
export class StateInUseError extends Error {
  static {
    brandErrors(StateInUseError.prototype, "StateInUseError");
  }
  static isInstance(value: unknown): value is StateInUseError {
    return hasBrand(value, "StateInUseError");
  }
  override readonly name = "StateInUseError";
}

const fileName = "engine.db";
const busy = 5;
const corrupt = 11;
const notADatabase = 26;
const unreadable = new Set([corrupt, notADatabase]);
/** A file up to this size is read through at the start; a larger one is only checked where it is used. */
const checkedBytes = 32 * 1024 * 1024;

/**
 * Opens the state file of a folder, creating both when they are absent. A file that cannot be read is kept aside.
 * @returns the database, and where an unreadable file was put.
 * @throws StateInUseError when another process has the folder.
 */
export function openDatabase(folder: string): { database: DatabaseSync; keptAside?: string } {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  try {
    return { database: open(path) };
  } catch (error) {
    const code = sqliteCode(error);
    if (code === busy) {
      throw new StateInUseError(
        `another engine uses the state in ${folder}. Stop it, or choose another folder.`,
        { cause: error },
      );
    }
    if (!unreadable.has(code)) throw error;
    const keptAside = keepAside(path);
    return { database: open(path), keptAside };
  }
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 200 });
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    database.exec("BEGIN IMMEDIATE; COMMIT;");
    const version = database.prepare("PRAGMA user_version").get()?.user_version;
    if (version !== 0 && version !== schemaVersion)
      throw unreadableFile(`its tables have version ${version}`);
    if (statSync(path).size <= checkedBytes) check(database);
    database.exec(createTables);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function check(database: DatabaseSync): void {
  const result = database.prepare("PRAGMA quick_check(1)").get()?.quick_check;
  if (result !== "ok") throw unreadableFile(String(result));
}

function unreadableFile(reason: string): Error {
  return Object.assign(new Error(reason), { errcode: corrupt });
}

function keepAside(path: string): string {
  const target = `${path}.unreadable-${new Date().toISOString().replaceAll(":", "-")}`;
  for (const suffix of ["", "-wal", "-shm"]) {
    if (existsSync(path + suffix)) renameSync(path + suffix, target + suffix);
  }
  return target;
}

function sqliteCode(error: unknown): number {
  if (!(error instanceof Error) || !("errcode" in error)) return 0;
  return Number(error.errcode) & 0xff;
}
