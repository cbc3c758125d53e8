import { existsSync, rmSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { readCommitCount } from "./commit-count.ts";
import { isDamage, readFrom, type StateFiles, sizeOf } from "./sqlite-files.ts";
import { oldestReadableVersion, schemaVersion } from "./sqlite-schema.ts";
import { fromNewerVersion, fromOlderVersion, unreadable, writesMissing } from "./state-damaged.ts";

/** A file up to this size is checked through, indexes as well; of a larger one only the structure is. */
const fullyCheckedBytes = 32 * 1024 * 1024;

/**
 * Looks whether the state can be used, without changing it: SQLite itself would empty the log of a file that is missing,
 * and take the damaged end of a log for writes that never happened.
 * @throws StateDamagedError when it cannot.
 */
export function inspect(files: StateFiles): void {
  const acknowledged = readCommitCount(files.commitCount) ?? 0;
  if (sizeOf(files.database) === 0) {
    if (sizeOf(files.log) === 0 && acknowledged === 0) return;
    throw unreadable(files.database, "the file is missing or empty, although something was stored in it");
  }
  const hasLog = existsSync(files.log);
  let found: number;
  try {
    found = readFrom(files.database, (database) => inspectDatabase(database, files));
  } catch (error) {
    if (isDamage(error)) throw unreadable(files.database, reasonOf(error), error);
    throw error;
  } finally {
    rmSync(files.sharedMemory, { force: true });
    if (!hasLog) rmSync(files.log, { force: true });
  }
  if (found < acknowledged) throw writesMissing(files.database, found, acknowledged);
}

/** @returns how many writes the file holds. */
function inspectDatabase(database: DatabaseSync, files: StateFiles): number {
  const version = Number(database.prepare("PRAGMA user_version").get()?.user_version);
  if (version > schemaVersion) throw fromNewerVersion(files.database, version, schemaVersion);
  const check = sizeOf(files.database) > fullyCheckedBytes ? "quick_check" : "integrity_check";
  const result = database.prepare(`PRAGMA ${check}(1)`).get()?.[check];
  if (result !== "ok") throw unreadable(files.database, String(result));
  const tables = new Set(
    database
      .prepare("SELECT name FROM sqlite_schema")
      .all()
      .map(({ name }) => name),
  );
  if (tables.size > 0 && version < oldestReadableVersion)
    throw fromOlderVersion(files.database, version, schemaVersion);
  if (!tables.has("commits")) return 0;
  return Number(database.prepare("SELECT count FROM commits").get()?.count ?? 0);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
