/** Bumped when the tables change; the engine refuses a file that a newer one wrote. */
export const schemaVersion = 4;

/** What turns the tables of a version into those of the next; tables that are only new come from `createTables`. */
export const upgrades: Readonly<Record<number, string>> = { 1: "", 2: "", 3: "" };
export const oldestReadableVersion = 1;

export const createTables = `
  CREATE TABLE IF NOT EXISTS apps (key TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS events (
    id TEXT PRIMARY KEY, external_id TEXT, name TEXT NOT NULL, ts INTEGER NOT NULL,
    received_at INTEGER NOT NULL, json TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS events_by_name ON events (name, id);
  CREATE TABLE IF NOT EXISTS runs (
    id TEXT PRIMARY KEY, function_id TEXT NOT NULL, app_id TEXT NOT NULL, status TEXT NOT NULL,
    queued_at INTEGER NOT NULL, ended_at INTEGER, output TEXT, row TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS runs_in_progress ON runs (id) WHERE ended_at IS NULL;
  CREATE INDEX IF NOT EXISTS runs_ended ON runs (id) WHERE ended_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS runs_by_end ON runs (ended_at) WHERE ended_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS run_events (
    event_id TEXT NOT NULL, run_id TEXT NOT NULL, PRIMARY KEY (event_id, run_id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS steps (
    sequence INTEGER PRIMARY KEY, run_id TEXT NOT NULL, id TEXT NOT NULL, memo TEXT, row TEXT NOT NULL,
    UNIQUE (run_id, id)
  );
  CREATE TABLE IF NOT EXISTS annotations (
    sequence INTEGER PRIMARY KEY, run_id TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, UNIQUE (run_id, id)
  );
  CREATE TABLE IF NOT EXISTS jobs (key TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pending_starts (key TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS marks (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS marks_by_expiry ON marks (expires_at);
  CREATE TABLE IF NOT EXISTS commits (one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL);
  INSERT OR IGNORE INTO commits VALUES (1, 0);
  PRAGMA user_version = ${schemaVersion};
`;

/** `sequence` and so the order of a run's steps stays when a step is written again. */
export const writeStatements = {
  apps: "INSERT OR REPLACE INTO apps VALUES (?, ?)",
  events: "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?)",
  runs: "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  runEvents: "INSERT OR IGNORE INTO run_events VALUES (?, ?)",
  steps: `INSERT INTO steps (run_id, id, memo, row) VALUES (?, ?, ?, ?)
    ON CONFLICT (run_id, id) DO UPDATE SET memo = excluded.memo, row = excluded.row`,
  annotations: `INSERT INTO annotations (run_id, id, row) VALUES (?, ?, ?)
    ON CONFLICT (run_id, id) DO UPDATE SET row = excluded.row`,
  jobs: "INSERT OR REPLACE INTO jobs VALUES (?, ?)",
  pendingStarts: "INSERT OR REPLACE INTO pending_starts VALUES (?, ?)",
  marks: "INSERT OR REPLACE INTO marks VALUES (?, ?, ?)",
} as const;

export const deleteStatements = {
  apps: "DELETE FROM apps WHERE key = ?",
  events: "DELETE FROM events WHERE id = ?",
  runs: "DELETE FROM runs WHERE id = ?",
  steps: "DELETE FROM steps WHERE run_id || '/' || id = ?",
  annotations: "DELETE FROM annotations WHERE run_id || '/' || id = ?",
  jobs: "DELETE FROM jobs WHERE key = ?",
  pendingStarts: "DELETE FROM pending_starts WHERE key = ?",
  marks: "DELETE FROM marks WHERE key = ?",
} as const;

export const countCommit = "UPDATE commits SET count = count + 1 RETURNING count";
